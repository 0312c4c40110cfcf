// How a lane stands: nothing is stored while delivery works; after a failure, when it is retried next.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { lanes, schedules } from "#platform";
import { currentTenant } from "../actor/index.ts";
import { getItem, keys, mainTable, type Page, type PageQuery, queryPage } from "../table/index.ts";

/** A delay queue rings the first retries after these seconds. */
const RETRY_SECONDS = [5, 15, 45];
/** Then the lane is parked: a schedule, which is only precise to a minute, rings it after these minutes, then every hour. */
const PARK_MINUTES = [2, 5, 15];
const HOUR_MINUTES = 60;

/** Index sort key of parked lanes, before the time of their next attempt. */
const PARKED = "LANE#";

const LaneEntity = new Entity({
  name: "Lane",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    state: string().enum("retrying", "parked"),
    attempt: number(),
    nextAttemptAt: string(),
    reason: string(),
    /** Lists the parked lanes of all tenants by the time of their next attempt. */
    gsi1pk: string().hidden().optional(),
    gsi1sk: string().hidden().optional(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `LANESTATE#${agentId}` }),
});
export type Lane = FormattedItem<typeof LaneEntity>;

/** The agent's lane, if it waits for a retry. */
export async function find(agentId: string): Promise<Lane | undefined> {
  return getItem(LaneEntity, { tenantId: currentTenant(), agentId });
}

/** A page of the parked lanes of all tenants, ordered by their next attempt. It can lag behind by a moment. */
export const listParked = (page: PageQuery): Promise<Page<Lane>> =>
  queryPage(LaneEntity, { index: "gsi1", partition: keys.operations("LANES"), prefix: PARKED }, page);

/** Has the lane retried later: by the delay queue for the first attempts, then by a schedule. */
export async function backOff(
  agentId: string,
  attempt: number,
  reason: string,
): Promise<"retrying" | "parked"> {
  const seconds = RETRY_SECONDS[attempt - 1];
  if (seconds === undefined) {
    const minutes = PARK_MINUTES[attempt - 1 - RETRY_SECONDS.length] ?? HOUR_MINUTES;
    return park(agentId, attempt, Date.now() + minutes * 60_000, reason);
  }
  const at = Date.now() + seconds * 1000;
  // The ring is arranged before the state is saved: a crash in between costs an early attempt, not the lane.
  await lanes.ringLater({ tenantId: currentTenant(), agentId }, seconds);
  await save(agentId, { state: "retrying", attempt, nextAttemptAt: toTheSecond(at), reason });
  return "retrying";
}

/** Has the lane retried by a schedule, at a time in milliseconds since the epoch. */
export async function park(agentId: string, attempt: number, at: number, reason: string): Promise<"parked"> {
  const lane = { tenantId: currentTenant(), agentId };
  const nextAttemptAt = toTheSecond(at);
  await schedules.put({
    name: scheduleName(agentId),
    group: lane.tenantId,
    expression: `at(${nextAttemptAt.slice(0, 19)})`,
    timezone: "UTC",
    windowMinutes: 24 * 60,
    target: { kind: "lane", ...lane },
  });
  await save(agentId, { state: "parked", attempt, nextAttemptAt, reason });
  return "parked";
}

/**
 * Forgets past failures, so that the next drain tries at once. Call it only where `drain` is called: a drain under way
 * elsewhere could save its back-off after this (decision 0009).
 */
export async function clearBackoff(agentId: string): Promise<void> {
  const lane = await find(agentId);
  if (!lane) return;
  const { tenantId, state } = lane;
  if (state === "parked") await schedules.delete(tenantId, scheduleName(agentId));
  await LaneEntity.build(DeleteItemCommand).key({ tenantId, agentId }).send();
}

/** The precision of schedules. */
const toTheSecond = (at: number) => new Date(Math.floor(at / 1000) * 1000).toISOString();

const scheduleName = (agentId: string) => `lane-${agentId}`;

async function save(agentId: string, values: Omit<Lane, "tenantId" | "agentId">): Promise<void> {
  const index =
    values.state === "parked"
      ? { gsi1pk: keys.operations("LANES"), gsi1sk: PARKED + values.nextAttemptAt }
      : { gsi1pk: $remove(), gsi1sk: $remove() };
  await LaneEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), agentId, ...values, ...index })
    .send();
}
