// An agent's heartbeats: a message at its minutes of the hour, as long as something is open for it and its squadhub
// runs. Each agent has one schedule, which is there only for that time; the item here says whether it is to be.
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
import { failedConditions, getItem, keys, mainTable, queryPage, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import type { TaskItem } from "../task/index.ts";
import * as Task from "../task/index.ts";
import * as Tenant from "../tenant/index.ts";

/** One that comes later than this is not sent: the next is near. */
const LATE_MINUTES = 5;
/** How many tasks its text names. */
const NAMED = 10;

const HeartbeatEntity = new Entity({
  name: "Heartbeat",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    /** `starting`: the schedule may not be there yet. Whoever finds it so makes it. */
    state: string().enum("starting", "on", "off"),
    /** The heartbeat that found nothing open, ISO 8601. */
    endedBy: string().optional(),
    version: number(),
  }),
  computeKey: ({ tenantId, agentId }) => ({ pk: keys.tenant(tenantId), sk: `HEARTBEAT#${agentId}` }),
});
type Heartbeat = FormattedItem<typeof HeartbeatEntity>;

/** Something has become open for the agent: its heartbeats begin, unless they have or its squadhub does not run. */
export async function begin(agentId: string): Promise<void> {
  // The event of its becoming active begins those of every agent with something open.
  if (!(await isActive())) return;
  await retryOnConflict(async () => {
    const heartbeat = await find(agentId);
    if (heartbeat?.state !== "on") await start(agentId, heartbeat);
  });
}

/** The squadhub runs again: heartbeats begin for every agent that has something open. */
export async function beginAll(): Promise<void> {
  for (const { agentId } of await Agent.all()) if (await openFor(agentId)) await begin(agentId);
}

/** What came of a heartbeat: `skipped` when the agent was busy, away, or it came too late. */
export type BeatResult = "sent" | "skipped" | "ended";

/**
 * The time of a heartbeat has come. With something open the agent is told so, unless it is busy: that is not tried
 * again, the next heartbeat comes. With nothing open there is no next. May be called again for the same time.
 * `scheduledAt` is when it was due, ISO 8601.
 */
export async function beat(agentId: string, scheduledAt: string): Promise<BeatResult> {
  const at = new Date(scheduledAt).toISOString();
  const open = await retryOnConflict(async () => {
    const [agent, heartbeat, found] = await Promise.all([
      Agent.find(agentId),
      find(agentId),
      openFor(agentId),
    ]);
    if (!agent) await schedules.delete(currentTenant(), nameOf(agentId));
    else if (!found) await end(agent, heartbeat, at);
    // An earlier try at this time may have deleted the schedule after it had been made again, and died.
    else if (heartbeat?.state !== "on" || heartbeat.endedBy === at) await start(agentId, heartbeat);
    return agent && found;
  });
  if (!open) return "ended";
  if (Date.now() - Date.parse(at) > LATE_MINUTES * 60_000) return "skipped";
  if (!(await Squadhub.find())?.readyAt) return "skipped";
  const answer = await Squadhub.tryGateway({
    kind: "send",
    agentId,
    message: textOf(agentId, open),
    idempotencyKey: `heartbeat-${agentId}-${at.slice(0, 16)}`,
    onlyIfFree: true,
  });
  return answer.ok ? "sent" : "skipped";
}

/** What an agent reads on a heartbeat. */
function textOf(agentId: string, tasks: TaskItem[]): string {
  const named = tasks
    .slice(0, NAMED)
    .map(({ taskId, title, status, priority }) => `- ${taskId} “${title}” (${status}, ${priority})`);
  return [
    "[heartbeat]",
    `\nRun \`clawe check agent:${agentId}:main\`, then go on with what is open for you, as HEARTBEAT.md says.`,
    ...(named.length > 0 ? ["\nOpen for you:", ...named] : []),
  ].join("\n");
}

const isActive = async () => (await Tenant.find(currentTenant()))?.status === "active";

/** The tasks that the agent has something to do in; none when only notifications wait. Undefined: nothing is open. */
async function openFor(agentId: string): Promise<TaskItem[] | undefined> {
  if (!(await isActive())) return undefined;
  const tasks = await Task.openTasks(agentId);
  if (tasks.length > 0) return tasks;
  const where = { partition: keys.tenant(currentTenant()), prefix: `LANE#${agentId}#` };
  return (await queryPage(PendingEntity, where, { limit: 1 })).items.length > 0 ? [] : undefined;
}

async function start(agentId: string, before: Heartbeat | undefined): Promise<void> {
  const agent = await Agent.find(agentId);
  if (!agent?.heartbeatMinutes.length) return;
  const starting = await write(agentId, before, { state: "starting" });
  await schedules.put(scheduleOf(agent));
  try {
    await write(agentId, starting, { state: "on" });
  } catch (error) {
    // Another start is about to say the same; or an end has, which looks again after that at what is open.
    if (!failedConditions(error)) throw error;
  }
}

async function end(agent: AgentItem, before: Heartbeat | undefined, at: string): Promise<void> {
  const { tenantId, agentId } = agent;
  await write(agentId, before, { state: "off", endedBy: at });
  // What was written since it was looked may have found them on, and left it at that.
  if (await openFor(agentId)) return begin(agentId);
  await schedules.delete(tenantId, nameOf(agentId));
  // They may have begun again meanwhile: then what was deleted is theirs.
  if ((await find(agentId))?.state !== "off") await schedules.put(scheduleOf(agent));
}

async function find(agentId: string): Promise<Heartbeat | undefined> {
  return getItem(HeartbeatEntity, { tenantId: currentTenant(), agentId });
}

/** Fails when it is no longer as `before`, or the agent has gone. */
async function write(
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

const nameOf = (agentId: string) => `heartbeat-${agentId}`;

const scheduleOf = ({ tenantId, agentId, heartbeatMinutes }: AgentItem) => ({
  name: nameOf(agentId),
  group: tenantId,
  expression: `cron(${heartbeatMinutes.join(",")} * * * ? *)`,
  timezone: "UTC",
  windowMinutes: LATE_MINUTES,
  target: { kind: "heartbeat" as const, tenantId, agentId },
});
