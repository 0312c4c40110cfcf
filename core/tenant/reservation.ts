// A tenant's reservation of shared resources: its name, a place in a cell, and a workspace of its account's plan.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { cells } from "#platform";
import type { Cell } from "../../platform/types/squadhubs.ts";
import { AccountEntity } from "../account/index.ts";
import { plans } from "../plan/index.ts";
import {
  conditionHolds,
  failedConditions,
  getItem,
  keys,
  mainTable,
  SELF,
  transact,
} from "../table/index.ts";
import { VisibleError } from "../util/error.ts";
import { current, NameEntity, nameIsFreeCondition } from "./entity.ts";
import { noWorkspaceLeft } from "./limit.ts";
import { nameTaken } from "./name.ts";

const cellShape = { account: string(), region: string(), cluster: string(), fileSystem: string() };

/** The number of places in use in a cell. */
const CellEntity = new Entity({
  name: "Cell",
  table: mainTable,
  timestamps: false,
  schema: item({ cellId: string().key(), used: number() }),
  computeKey: ({ cellId }) => ({ pk: keys.directory("CELL", cellId), sk: SELF }),
});

/** The place that a tenant holds. While it exists, all three resources are reserved. */
const PlaceEntity = new Entity({
  name: "Place",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), cell: map(cellShape), name: string(), accountId: string() }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "PLACE" }),
});

const idOfCell = ({ account, region, cluster }: Cell) => `${account}|${region}|${cluster}`;

export async function findPlace(tenantId: string) {
  return getItem(PlaceEntity, { tenantId });
}

/**
 * Reserves the tenant's name, a workspace of the plan and a place in a cell with room, in one transaction. A repetition
 * returns the same cell. Throws `name_taken`, `limit_reached`, `capacity`.
 */
export async function reserve(): Promise<Cell> {
  const { tenantId, accountId, name, plan } = await current();
  for (const { cell, capacity } of cells) {
    const held = await findPlace(tenantId);
    if (held) return held.cell;
    try {
      await transact(
        PlaceEntity.build(PutTransaction)
          .item({ tenantId, cell, name, accountId })
          .options({ condition: { attr: "name", exists: false } }),
        NameEntity.build(PutTransaction)
          .item({ name, tenantId })
          .options({ condition: nameIsFreeCondition(tenantId) }),
        AccountEntity.build(UpdateTransaction)
          .item({ accountId, workspaces: $add(1) })
          .options({ condition: { attr: "workspaces", lt: plans[plan].workspaces } }),
        CellEntity.build(UpdateTransaction)
          .item({ cellId: idOfCell(cell), used: $add(1) })
          .options({
            condition: {
              or: [
                { attr: "used", exists: false },
                { attr: "used", lt: capacity },
              ],
            },
          }),
      );
      return cell;
    } catch (error) {
      const failed = failedConditions(error);
      if (!failed) throw error;
      const [alreadyHeld, nameHeld, planFull] = [0, 1, 2].map((index) => failed.includes(index));
      if (!alreadyHeld && nameHeld) throw nameTaken(name);
      if (!alreadyHeld && planFull) throw noWorkspaceLeft(plan);
      // An earlier attempt has the reservation, or this cell is full and the next one is tried.
      if (alreadyHeld) {
        const place = await findPlace(tenantId);
        if (place) return place.cell;
      }
    }
  }
  throw new VisibleError(
    "capacity",
    "There is no room for another workspace at the moment. We have been notified. Try again later.",
  );
}

/** A draft without a reservation may still hold its name. The name is left alone when it is somebody else's. */
async function releaseDraft(name: string, tenantId: string): Promise<void> {
  await conditionHolds(
    NameEntity.build(DeleteItemCommand)
      .key({ name })
      .options({ condition: { attr: "tenantId", eq: tenantId } })
      .send(),
  );
}

/** Releases all three resources in one transaction. A repetition changes nothing. */
export async function release(): Promise<void> {
  const { tenantId, name } = await current();
  const place = await findPlace(tenantId);
  if (!place) return releaseDraft(name, tenantId);
  await conditionHolds(
    transact(
      PlaceEntity.build(DeleteTransaction)
        .key({ tenantId })
        .options({ condition: { attr: "name", exists: true } }),
      NameEntity.build(DeleteTransaction).key({ name: place.name }),
      AccountEntity.build(UpdateTransaction).item({ accountId: place.accountId, workspaces: $add(-1) }),
      CellEntity.build(UpdateTransaction).item({ cellId: idOfCell(place.cell), used: $add(-1) }),
    ),
  );
}
