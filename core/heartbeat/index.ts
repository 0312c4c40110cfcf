// Heartbeats: messages to an agent at its minutes of the hour, while it has open work and its squadhub runs. The agent's
// schedule exists only for that time; the item here says whether it should (decision 0015).
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { schedules } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { AgentEntity, type AgentItem } from "../agent/index.ts";
import { PendingEntity } from "../notification/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { conditionHolds, getItem, keys, mainTable, queryPage, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import type { TaskItem } from "../task/index.ts";
import * as Task from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";

/** A later heartbeat is skipped, since the next one is near. */
const MAX_LATE_MINUTES = 5;
/** How many tasks a heartbeat names. */
const MAX_TASKS_NAMED = 10;

const HeartbeatEntity = new Entity({
  name: "Heartbeat",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    /** `starting`: the schedule may not exist yet; whoever reads this creates it. */
    state: string().enum("starting", "on", "off"),
    /** The time of the heartbeat that found no open work, ISO 8601. */
    endedBy: string().optional(),
    version: number(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `HEARTBEAT#${agentId}` }),
});
type Heartbeat = FormattedItem<typeof HeartbeatEntity>;

/** Starts the agent's heartbeats, because it has new work. Does nothing when they run or its squadhub does not. */
export async function begin(agentId: string): Promise<void> {
  // The event of the workspace becoming active starts those of every agent with open work.
  if (!(await isActive())) return;
  await retryOnConflict(async () => {
    const heartbeat = await find(agentId);
    if (heartbeat?.state !== "on") await start(agentId, heartbeat);
  });
}

/** Starts the heartbeats of every agent with open work, because the squadhub runs again. */
export async function beginAll(): Promise<void> {
  for (const { agentId } of await Agent.all()) if (await findOpenWork(agentId)) await begin(agentId);
}

/** `skipped`: the agent was busy or unreachable, or the heartbeat came too late. `ended`: there is no open work. */
export type BeatResult = "sent" | "skipped" | "ended";

/**
 * Runs one heartbeat, due at `scheduledAt` (ISO 8601). With open work, the agent receives a message; a busy agent is not
 * retried, since the next heartbeat follows. Without open work, heartbeats end. Safe to repeat for the same time.
 */
export async function beat(agentId: string, scheduledAt: string): Promise<BeatResult> {
  const at = new Date(scheduledAt).toISOString();
  const openWork = await retryOnConflict(async () => {
    const [agent, heartbeat, work] = await Promise.all([
      Agent.find(agentId),
      find(agentId),
      findOpenWork(agentId),
    ]);
    if (!agent) await schedules.delete(currentTenant(), scheduleName(agentId));
    else if (!work) await end(agent, heartbeat, at);
    // An earlier attempt at this heartbeat may have died after it deleted a schedule that had been created anew.
    else if (heartbeat?.state !== "on" || heartbeat.endedBy === at) await start(agentId, heartbeat);
    return agent && work;
  });
  if (!openWork) return "ended";
  if (Date.now() - Date.parse(at) > MAX_LATE_MINUTES * 60_000) return "skipped";
  if (!(await Squadhub.find())?.readyAt) return "skipped";
  const answer = await Squadhub.tryGateway({
    kind: "send",
    agentId,
    message: textOf(agentId, openWork),
    idempotencyKey: `heartbeat-${agentId}-${at.slice(0, 16)}`,
    onlyIfFree: true,
  });
  return answer.ok ? "sent" : "skipped";
}

/** The message of a heartbeat. */
function textOf(agentId: string, tasks: TaskItem[]): string {
  const named = tasks
    .slice(0, MAX_TASKS_NAMED)
    .map(({ taskId, title, status, priority }) => `- ${taskId} “${title}” (${status}, ${priority})`);
  return [
    "[heartbeat]",
    `\nRun \`clawe check agent:${agentId}:main\`, then continue your open work, as HEARTBEAT.md says.`,
    ...(named.length > 0 ? ["\nYour open work:", ...named] : []),
  ].join("\n");
}

const isActive = async () => (await Tenant.find(currentTenant()))?.status === "active";

/** The tasks with open work for the agent; empty when only notifications are pending. Undefined without open work. */
async function findOpenWork(agentId: string): Promise<TaskItem[] | undefined> {
  if (!(await isActive())) return undefined;
  const tasks = await Task.openTasks(agentId);
  if (tasks.length > 0) return tasks;
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  return (await queryPage(PendingEntity, where, { limit: 1 })).items.length > 0 ? [] : undefined;
}

async function start(agentId: string, before: Heartbeat | undefined): Promise<void> {
  const agent = await Agent.find(agentId);
  if (!agent?.heartbeatMinutes.length) return;
  const starting = await save(agentId, before, { state: "starting" });
  await schedules.put(scheduleOf(agent));
  // Fails when another start is about to save the same, or an end has come between, which checks for open work again.
  await conditionHolds(save(agentId, starting, { state: "on" }));
}

async function end(agent: AgentItem, before: Heartbeat | undefined, at: string): Promise<void> {
  const { tenantId, agentId } = agent;
  await save(agentId, before, { state: "off", endedBy: at });
  // Work that opened since the check may have found the heartbeats on, and so not have started them.
  if (await findOpenWork(agentId)) return begin(agentId);
  await schedules.delete(tenantId, scheduleName(agentId));
  // They may have started again meanwhile; then the deleted schedule was theirs.
  if ((await find(agentId))?.state !== "off") await schedules.put(scheduleOf(agent));
}

async function find(agentId: string): Promise<Heartbeat | undefined> {
  return getItem(HeartbeatEntity, { tenantId: currentTenant(), agentId });
}

/** Fails when the heartbeat is no longer as `before`, or the agent is deleted. */
async function save(
  agentId: string,
  before: Heartbeat | undefined,
  values: Pick<Heartbeat, "state" | "endedBy">,
): Promise<Heartbeat> {
  const key = { tenantId: currentTenant(), agentId };
  const version = (before?.version ?? 0) + 1;
  await transact(
    HeartbeatEntity.build(UpdateTransaction)
      .item({ ...key, ...values, version })
      .options({
        condition: before ? { attr: "version", eq: before.version } : { attr: "version", exists: false },
      }),
    AgentEntity.build(ConditionCheck).key(key).condition({ attr: "name", exists: true }),
  );
  return { ...before, ...key, ...values, version };
}

const scheduleName = (agentId: string) => `heartbeat-${agentId}`;

const scheduleOf = ({ tenantId, agentId, heartbeatMinutes }: AgentItem) => ({
  name: scheduleName(agentId),
  group: tenantId,
  expression: `cron(${heartbeatMinutes.join(",")} * * * ? *)`,
  timezone: "UTC",
  windowMinutes: MAX_LATE_MINUTES,
  target: { kind: "heartbeat" as const, tenantId, agentId },
});
