// Agents of the squad, and their signs of life.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { currentTenant } from "../actor/index.ts";
import {
  conditionHolds,
  getItem,
  keys,
  mainTable,
  now,
  queryAll,
  transact,
  withoutIdempotencyMark,
} from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { forEachParallel } from "../util/parallel.ts";

/** An agent is online while its last sign of life is younger than this. */
export const ONLINE_MINUTES = 20;

export const agentId = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, "must be an agent's id, such as inky")
  .meta({ example: "inky" });

export const agent = z
  .object({
    agentId,
    name: z.string(),
    role: z.string(),
    emoji: z.string(),
    heartbeatMinutes: z
      .array(z.int())
      .describe("Minutes of the hour at which the agent wakes if it has open work"),
    state: z.enum(["online", "offline", "asleep"]),
    lastSeenAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Agent" });
export type Agent = z.output<typeof agent>;

export const AgentEntity = new Entity({
  name: "Agent",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    name: string(),
    role: string(),
    emoji: string(),
    /** Its place in the squad; the lead is first. */
    position: number(),
    heartbeatMinutes: listOf(number()),
    lastSeenAt: string().optional(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `AGENT#${agentId}` }),
});
export type AgentItem = FormattedItem<typeof AgentEntity>;

/** The part of a squad template's agent that the table has. */
type AgentProfile = Pick<AgentItem, "name" | "role" | "emoji"> & {
  id: string;
  heartbeatMinutes: readonly number[];
};

const isRecent = (at: string | undefined) =>
  at !== undefined && Date.now() - Date.parse(at) < ONLINE_MINUTES * 60_000;

export async function find(agentId: string): Promise<AgentItem | undefined> {
  return getItem(AgentEntity, { tenantId: currentTenant(), agentId });
}

export async function all(): Promise<AgentItem[]> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "AGENT#" };
  return (await Array.fromAsync(queryAll(AgentEntity, where))).sort((a, b) => a.position - b.position);
}

/** The squad, with the lead first. The state of an agent is derived here and never stored. */
export async function list(): Promise<{ items: Agent[] }> {
  const [agents, { status }] = await Promise.all([all(), Tenant.current()]);
  const items = agents.map(({ tenantId: _, ...rest }) => ({
    ...rest,
    state:
      status === "sleeping"
        ? ("asleep" as const)
        : isRecent(rest.lastSeenAt)
          ? ("online" as const)
          : ("offline" as const),
  }));
  return { items };
}

/** Writes the profiles of a new squad, the lead's first, in one transaction. A repetition only resets `lastSeenAt`. */
export async function seed(agents: readonly AgentProfile[]): Promise<void> {
  const tenantId = currentTenant();
  await transact(
    ...agents.map(({ id, name, role, emoji, heartbeatMinutes }, position) =>
      AgentEntity.build(PutTransaction).item({
        ...{ tenantId, agentId: id, name, role, emoji, position },
        heartbeatMinutes: [...heartbeatMinutes],
      }),
    ),
  );
}

/** A sign of life is written once a minute, which is as exact as its readers need. */
const SEEN_MS = 60_000;

/** Records a sign of life of an agent. One that was offline before adds an activity. */
export async function markSeen({ tenantId, agentId, name, lastSeenAt }: AgentItem): Promise<void> {
  if (lastSeenAt && Date.now() - Date.parse(lastSeenAt) < SEEN_MS) return;
  const update = { tenantId, agentId, lastSeenAt: now() };
  // When the condition fails, the agent is gone, or another request has recorded the same.
  if (isRecent(lastSeenAt))
    await conditionHolds(
      AgentEntity.build(UpdateItemCommand)
        .item(update)
        .options({ condition: { attr: "name", exists: true } })
        .send(),
    );
  else
    await withoutIdempotencyMark(() =>
      conditionHolds(
        transact(
          AgentEntity.build(UpdateTransaction)
            .item(update)
            .options({
              condition: lastSeenAt
                ? { attr: "lastSeenAt", eq: lastSeenAt }
                : { attr: "lastSeenAt", exists: false },
            }),
          Activity.activityWrite("agent_online", { type: "agent", id: agentId, name }, "came online"),
        ),
      ),
    );
}

/** Records a sign of life of the gateway, and so of all its agents. */
export async function markAllSeen(): Promise<void> {
  await forEachParallel(await all(), markSeen);
}
