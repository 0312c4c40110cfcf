// When a workspace wakes: what needs its squadhub says so here, and nowhere else is it decided.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor.ts";
import { VisibleError } from "../error.ts";
import { find as findSquadhub, SquadhubEntity } from "../squadhub/index.ts";
import { isConditionFailure, now } from "../table.ts";
import { find } from "./entity.ts";
import { start } from "./index.ts";
import { settle } from "./lifecycle.ts";

/**
 * Something waits for the squadhub: one that sleeps is woken, one that is on its way to sleep is woken as soon as it
 * is there. Many who need it at once make one run.
 */
export async function need(): Promise<void> {
  const status = await statusNow();
  if (status === "sleeping") await wake();
  if (status !== "stopping") return;
  await remember(now());
  // It may have fallen asleep before it could see that.
  if ((await statusNow()) === "sleeping") await wake();
}

/** The squadhub has stopped: the workspace sleeps, unless something has come to need it meanwhile. */
export async function fallAsleep(): Promise<void> {
  await settle("sleeping", "stopping");
  const squadhub = await findSquadhub();
  if (!squadhub?.neededAt) return;
  await wake();
  await remember(undefined);
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

async function remember(neededAt: string | undefined): Promise<void> {
  try {
    await SquadhubEntity.build(UpdateItemCommand)
      .item({ tenantId: currentTenant(), neededAt: neededAt ?? $remove() })
      .options({ condition: { attr: "cell", exists: true } })
      .send();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
