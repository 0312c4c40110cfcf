// What gateways report of themselves, and the workflow task that waits for it.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import { workflows } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { isConditionFailure, now } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { find, SquadhubEntity } from "./entity.ts";

/** Lets a workflow task wait for `ready`; completes it at once when the gateway was faster. */
export async function awaitReady(taskToken: string): Promise<void> {
  const { Attributes } = await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), taskToken })
    .options({ condition: { attr: "cell", exists: true }, returnValues: "ALL_NEW" })
    .send();
  if (Attributes?.readyAt) await workflows.succeed(taskToken, {});
}

/** The gateway is stopped: until the next one reports ready nothing is sent to it. */
export async function forgetReady(): Promise<void> {
  try {
    await SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), readyAt: $remove(), bootId: $remove(), taskToken: $remove() })
      .options({ condition: { attr: "cell", exists: true } })
      .send();
  } catch (error) {
    // What was never begun is not ready.
    if (!isConditionFailure(error)) throw error;
  }
}

const signOfLife = z.strictObject({
  bootId: z.string().min(1).max(64),
  memoryMb: z.number().nonnegative().optional(),
  working: z.boolean().optional().describe("An agent's turn runs, or has since the last report"),
});

/** The gateway listens and its plugin says so. Completes the waiting workflow task. */
export const reportReady = fn(
  z.strictObject({
    bootId: z.string().min(1).max(64),
    version: z.string().max(64),
    agents: z.array(z.string().max(64)).max(100),
  }),
  async ({ bootId, version }): Promise<void> => {
    const at = now();
    const { Attributes } = await SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), bootId, version, readyAt: at, lastSeenAt: at })
      .options({ condition: { attr: "cell", exists: true }, returnValues: "ALL_NEW" })
      .send()
      .catch(orGone);
    if (Attributes?.taskToken) await workflows.succeed(Attributes.taskToken, {});
  },
);

/** The gateway still runs. That agents work in it is a sign of work; that it runs is none. */
export const reportAlive = fn(signOfLife, async ({ bootId, memoryMb, working }): Promise<void> => {
  const at = now();
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), bootId, memoryMb, lastSeenAt: at, ...(working && { workedAt: at }) })
    .options({ condition: { attr: "cell", exists: true } })
    .send()
    .catch(orGone);
});

/** The gateway ended without being asked to: a run that waits for it fails at once. */
export async function reportStopped(reason: string): Promise<void> {
  const found = await find();
  if (found?.taskToken && !found.readyAt) await workflows.fail(found.taskToken, "ServiceStopped", reason);
}

function orGone(error: unknown): never {
  if (isConditionFailure(error)) throw notFound("squadhub");
  throw error;
}
