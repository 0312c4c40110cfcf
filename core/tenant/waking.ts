// When a workspace wakes: what needs its squadhub says so here, and nowhere else is it decided.
import type { Condition } from "dynamodb-toolbox/entity/actions/parseCondition";
import { UpdateItemCommand, type UpdateItemInput } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor.ts";
import { VisibleError } from "../error.ts";
import { find as findSquadhub, SquadhubEntity } from "../squadhub/index.ts";
import { isConditionFailure, now } from "../table.ts";
import { current, find, type TenantItem, type TenantStatus } from "./entity.ts";
import { start } from "./index.ts";
import { settle } from "./lifecycle.ts";

/**
 * Something waits for the squadhub: one that sleeps is woken, one that is on its way to sleep, or may come to rest
 * there, is woken as soon as it is there. Many who need it at once make one run.
 */
export async function need(): Promise<void> {
  const status = await statusNow();
  if (status === "sleeping") await wake();
  if (status !== "stopping" && status !== "maintenance") return;
  await change({ neededAt: now() });
  // It may have fallen asleep before it could see that.
  if ((await statusNow()) === "sleeping") await wake();
}

/** A person has opened the workspace: a sign of work, noted once a minute, for which a squad that sleeps is woken. */
export async function opened(): Promise<TenantItem> {
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  await change(
    { openedAt: now() },
    {
      or: [
        { attr: "openedAt", exists: false },
        { attr: "openedAt", lt: aMinuteAgo },
      ],
    },
  );
  await need();
  return current();
}

/** The squadhub has stopped: the workspace sleeps, unless something has come to need it meanwhile. */
export async function fallAsleep(from: TenantStatus = "stopping"): Promise<void> {
  await settle("sleeping", from);
  const squadhub = await findSquadhub();
  if (!squadhub?.neededAt) return;
  await wake();
  await change({ neededAt: $remove() });
}

const statusNow = async () => (await find(currentTenant()))?.status;

async function wake(): Promise<void> {
  try {
    await start("wake");
  } catch (error) {
    // Somebody else was first.
    if (!(error instanceof VisibleError && error.code === "conflict")) throw error;
  }
}

/** Changes the squadhub's record if there is one and `only` holds; else it stays as it is. */
async function change(
  values: Omit<UpdateItemInput<typeof SquadhubEntity>, "tenantId">,
  only?: Condition<typeof SquadhubEntity>,
): Promise<void> {
  const exists = { attr: "cell", exists: true } as const;
  try {
    await SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), ...values })
      .options({ condition: only ? { and: [exists, only] } : exists })
      .send();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
