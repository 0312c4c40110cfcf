// What a squadhub's definition was before the upgrade under way: kept until the new one is open, or the old one is back.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import * as Run from "../run/index.ts";
import { isConditionFailure } from "../table/index.ts";
import { find, SquadhubEntity } from "./entity.ts";

/**
 * From here the squadhub is of a revision that no definition had before, and what it was made of is remembered; again
 * by the same run changes nothing.
 */
export async function beginUpgrade(runId: string): Promise<void> {
  const found = await find();
  if (!found) throw new Error("The squadhub has no record");
  const { tenantId, revision, lastRevision = revision, image, resources, before } = found;
  if (before?.runId === runId) return;
  // An earlier upgrade that could not be taken back whole remembers what last was good.
  const isLeft = before !== undefined && (await Run.find(before.runId))?.status !== "succeeded";
  const {
    revision: good,
    definition,
    image: goodImage,
  } = isLeft ? before : { revision, image, definition: resources.definition };
  await SquadhubEntity.build(UpdateItemCommand)
    .item({
      tenantId,
      revision: lastRevision + 1,
      lastRevision: lastRevision + 1,
      resources: { definition: $remove() },
      before: $set({ runId, revision: good, definition, image: goodImage }),
    })
    .options({ condition: { attr: "revision", eq: revision } })
    .send();
}

/** Makes what the squadhub was before this run's upgrade its own again; nothing when it is so already. */
export async function abandonUpgrade(runId: string): Promise<void> {
  const found = await find();
  if (found?.before?.runId !== runId) return;
  const { revision, definition, image } = found.before;
  try {
    await SquadhubEntity.build(UpdateItemCommand)
      .item({
        tenantId: currentTenant(),
        revision,
        image: image ?? $remove(),
        resources: { definition: definition ?? $remove() },
        before: $remove(),
      })
      .options({ condition: { attr: "before.runId", eq: runId } })
      .send();
  } catch (error) {
    // Somebody did so at the same time.
    if (!isConditionFailure(error)) throw error;
  }
}

/** What the squadhub was before is not needed any more: it stays as it is now. */
export async function keepUpgrade(): Promise<void> {
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), before: $remove() })
    .options({ condition: { attr: "cell", exists: true } })
    .send();
}
