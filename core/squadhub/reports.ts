// What gateways report about themselves, and the task token that waits for it.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import { workflows } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { conditionHolds, isConditionFailure, now } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { find, SquadhubEntity } from "./entity.ts";

/** Makes the task token wait for the `ready` report. Completes it at once when the gateway has reported already. */
export async function awaitReady(taskToken: string): Promise<void> {
  const { Attributes } = await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), taskToken })
    .options({ condition: { attr: "cell", exists: true }, returnValues: "ALL_NEW" })
    .send();
  if (Attributes?.readyAt) await workflows.succeed(taskToken, {});
}

/** Called when the gateway is stopped: nothing is sent until the next one reports ready. */
export async function forgetReady(): Promise<void> {
  // Without a record there is nothing to forget.
  await conditionHolds(
    SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), readyAt: $remove(), bootId: $remove(), taskToken: $remove() })
      .options({ condition: { attr: "cell", exists: true } })
      .send(),
  );
}

const signOfLife = z.strictObject({
  bootId: z.string().min(1).max(64),
  memoryMb: z.number().nonnegative().optional(),
  working: z.boolean().optional().describe("An agent's turn is running, or ran since the last report"),
});

/** The gateway is ready to take calls. Completes the task token that waits for it. */
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
      .catch(throwNotFound);
    if (Attributes?.taskToken) await workflows.succeed(Attributes.taskToken, {});
  },
);

/** The gateway still runs. Only an agent's work counts as a sign of work. */
export const reportAlive = fn(signOfLife, async ({ bootId, memoryMb, working }): Promise<void> => {
  const at = now();
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), bootId, memoryMb, lastSeenAt: at, ...(working && { workedAt: at }) })
    .options({ condition: { attr: "cell", exists: true } })
    .send()
    .catch(throwNotFound);
});

/** The gateway stopped by itself: a run that waits for it fails at once. */
export async function reportStopped(reason: string): Promise<void> {
  const found = await find();
  if (found?.taskToken && !found.readyAt) await workflows.fail(found.taskToken, "ServiceStopped", reason);
}

function throwNotFound(error: unknown): never {
  if (isConditionFailure(error)) throw notFound("squadhub");
  throw error;
}
