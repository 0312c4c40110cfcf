// How routines are stored.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { boolean } from "dynamodb-toolbox/schema/boolean";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor/index.ts";
import { getItem, keys, mainTable, queryAll } from "../table/index.ts";
import * as Task from "../task/index.ts";

export const RoutineEntity = new Entity({
  name: "Routine",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    routineId: string().key(),
    title: string(),
    description: string().optional(),
    priority: string().enum(...Task.priority.options),
    color: string(),
    enabled: boolean(),
    /** In the tenant's time zone; 0 is Sunday. */
    schedule: map({ daysOfWeek: listOf(number()), hour: number(), minute: number() }),
    /** The newest task that the routine has created. */
    taskId: string().optional(),
    createdAt: string(),
    updatedAt: string(),
    version: number(),
  }),
  computeKey: ({ tenantId, routineId }) => ({ pk: keys.tenant(tenantId), sk: `ROUTINE#${routineId}` }),
});
export type RoutineItem = FormattedItem<typeof RoutineEntity>;

export async function find(routineId: string): Promise<RoutineItem | undefined> {
  return getItem(RoutineEntity, { tenantId: currentTenant(), routineId });
}

/** Every routine of the workspace, oldest first; a limit keeps them few. */
export async function all(): Promise<RoutineItem[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "ROUTINE#" };
  return Array.fromAsync(queryAll(RoutineEntity, where));
}
