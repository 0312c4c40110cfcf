// An upgrade of a squadhub's definition. The state before it is kept until the new definition is open, or the old one back.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { currentTenant } from "../actor/index.ts";
import * as Run from "../run/index.ts";
import { conditionHolds } from "../table/index.ts";
import { find, read, SquadhubEntity } from "./entity.ts";

/**
 * Gives the squadhub a revision that no definition had before, and remembers the state before it. Idempotent for a run.
 */
export async function beginUpgrade(runId: string): Promise<void> {
  const { tenantId, revision, lastRevision = revision, image, resources, before } = await read();
  if (before?.runId === runId) return;
  // An earlier upgrade that was not fully rolled back still remembers the last good state.
  const isLeftover = before !== undefined && (await Run.find(before.runId))?.status !== "succeeded";
  const {
    revision: good,
    definition,
    image: goodImage,
  } = isLeftover ? before : { revision, image, definition: resources.definition };
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

/** Puts the squadhub's record back to the state before this run's upgrade. Idempotent. */
export async function abandonUpgrade(runId: string): Promise<void> {
  const found = await find();
  if (found?.before?.runId !== runId) return;
  const { revision, definition, image } = found.before;
  await conditionHolds(
    SquadhubEntity.build(UpdateItemCommand)
      .item({
        tenantId: currentTenant(),
        revision,
        image: image ?? $remove(),
        resources: { definition: definition ?? $remove() },
        before: $remove(),
      })
      .options({ condition: { attr: "before.runId", eq: runId } })
      .send(),
  );
}

/** Ends the upgrade: the state before it is forgotten. */
export async function keepUpgrade(): Promise<void> {
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), before: $remove() })
    .options({ condition: { attr: "cell", exists: true } })
    .send();
}
