// The routines of a new workspace.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { currentTenant } from "../actor/index.ts";
import { now, transact } from "../table/index.ts";
import { newId } from "../util/id.ts";
import { all, RoutineEntity } from "./entity.ts";

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const seeds = [
  {
    title: "Weekly Performance Review",
    priority: "normal",
    color: "emerald",
    schedule: { daysOfWeek: [1], hour: 9, minute: 0 },
  },
  {
    title: "Morning Brief",
    priority: "high",
    color: "amber",
    schedule: { daysOfWeek: everyDay, hour: 8, minute: 0 },
  },
  {
    title: "Competitor Scan",
    priority: "normal",
    color: "rose",
    schedule: { daysOfWeek: [1, 4], hour: 10, minute: 0 },
  },
] as const;

/** Creates the routines of a new workspace, all or none. Does nothing in a workspace that has some. */
export async function seed(): Promise<void> {
  if ((await all()).length > 0) return;
  await transact(
    ...seeds.map(({ schedule, ...routine }) =>
      RoutineEntity.build(PutTransaction).item({
        ...routine,
        schedule: { ...schedule, daysOfWeek: [...schedule.daysOfWeek] },
        tenantId: currentTenant(),
        routineId: newId("routine"),
        enabled: true,
        createdAt: now(),
        updatedAt: now(),
        version: 1,
      }),
    ),
  );
}
