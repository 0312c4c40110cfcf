// What the table says happened: which change of which item is which event, and who consumes it.
import { isDeepStrictEqual as isEqual } from "node:util";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";

const tenantId = z.string();

/** What of a page is out of date. `id` is the changed thing's. */
const pageChange = z.object({
  type: z.enum([
    "tenant",
    "run",
    "agent",
    "task",
    "message",
    "notification",
    "activity",
    "document",
    "routine",
    "business",
    "channel",
    "chat",
  ]),
  id: z.string(),
  taskId: z.string().optional(),
  agentId: z.string().optional(),
});
export type PageChange = z.output<typeof pageChange>;

/** Every event that a change of the table can be. */
export const tableEvents = {
  /** Consumed by functions/consumers/start-run. */
  "run.queued": z.object({ tenantId, runId: z.string(), workflow: z.string() }),
  /** Consumed by functions/consumers/sync-routine: keeps the schedule in step. */
  "routine.changed": z.object({ tenantId, routineId: z.string() }),
  /** Consumed by functions/consumers/resync-routines: keeps every schedule of the tenant in step. */
  "tenant.timezone_changed": z.object({ tenantId }),
  /** Consumed by functions/consumers/sweep-task: what belonged to the task goes, or leaves it. */
  "task.deleted": z.object({ tenantId, taskId: z.string() }),
  /** Consumed by functions/consumers/discard-file. A file's document is deleted, or its upload confirmed or expired. */
  "file.released": z.object({ tenantId, documentId: z.string() }),
  /** Consumed by functions/consumers/sync-squad: the gateway's config and the agents' files follow. */
  "squad.changed": z.object({ tenantId }),
  /** Consumed by functions/consumers/answer-chat: the agent's oldest open message may be answered now. */
  "chat.due": z.object({ tenantId, agentId: z.string() }),
  /**
   * The squadhub is up, or the workspace has come to rest without it. Consumed by functions/consumers/resume-chats and,
   * with `ring`, by functions/consumers/ring-lanes.
   */
  "squadhub.settled": z.object({
    tenantId,
    /** Every lane of the squad rings; its back-off is forgotten when what caused it is over. */
    ring: z.object({ clearBackoff: z.boolean() }).optional(),
  }),
  /** Consumed by functions/consumers/extend-idle-deadline: puts off the squadhub's sleep. */
  "tenant.worked": z.object({ tenantId }),
  /** Consumed by functions/consumers/begin-heartbeats: heartbeats begin. Without `agentId`, those of every agent with work. */
  "agent.has_work": z.object({ tenantId, agentId: z.string().optional() }),
  /** Consumed by functions/consumers/push-hints: open pages refetch. */
  "page.changed": z.object({ tenantId, changes: z.array(pageChange) }),
};
export type TableEventType = keyof typeof tableEvents;
export type Detail<T extends TableEventType> = z.output<(typeof tableEvents)[T]>;

export interface TableEvent {
  /** Of the change that it was first said of: the same change is the same event. */
  id: string;
  type: TableEventType;
  detail: Record<string, unknown>;
}

export const detailOf = <T extends TableEventType>(type: T, detail: unknown): Detail<T> =>
  tableEvents[type].parse(detail) as Detail<T>;

const pageTypes: Record<string, PageChange["type"]> = {
  TENANT: "tenant",
  RUN: "run",
  AGENT: "agent",
  TASK: "task",
  SUBTASK: "task",
  MESSAGE: "message",
  NOTIFICATION: "notification",
  ACTIVITY: "activity",
  DOCUMENT: "document",
  ROUTINE: "routine",
  BUSINESS: "business",
  CHANNEL: "channel",
  CHAT: "chat",
};

type Item = Record<string, string | undefined>;
const read = (image: object | undefined): Item | undefined =>
  image ? (unmarshall(image as Record<string, AttributeValue>) as Item) : undefined;

/** What of these items the gateway, or a file of its agents, repeats. Signs of life are not of that. */
const repeated: Record<string, string[]> = {
  AGENT: ["agentId", "name", "role", "emoji"],
  BUSINESS: ["tenantId", "bootstrapRemovedAt"],
  // A gateway that has just started may have missed changes.
  SQUADHUB: ["readyAt"],
};

function isOfSquad(kind: string, before: Item | undefined, after: Item | undefined): boolean {
  // While it was worked on, its gateway was told nothing.
  if (kind === "TENANT") return before?.status === "maintenance" && after?.status === "active";
  return repeated[kind]?.some((field) => before?.[field] !== after?.[field]) ?? false;
}

/** What a routine's schedule is made of: that it has made a task is not of that, or each firing would set it again. */
function isOfSchedule(kind: string, before: Item | undefined, after: Item | undefined): boolean {
  if (kind !== "ROUTINE") return false;
  return !before || !after || before.enabled !== after.enabled || !isEqual(before.schedule, after.schedule);
}

/** What is written when somebody works in the workspace, or needs somebody in it. */
const work = ["TASK", "SUBTASK", "MESSAGE", "NOTIFICATION", "CHAT"];

function isWork(kind: string, before: Item | undefined, after: Item | undefined): boolean {
  if (!after) return false;
  // The time of one that begins to run begins, too; another plan has another time.
  if (kind === "TENANT") return before?.status !== after.status || before?.plan !== after.plan;
  if (kind === "SQUADHUB") return before?.openedAt !== after.openedAt || before?.workedAt !== after.workedAt;
  return work.includes(kind);
}

/** An agent's message came, or the one before it is over, or waits again. */
const isDue = (kind: string, before: Item | undefined, after: Item | undefined): boolean =>
  kind === "CHAT" && !!after && before?.status !== after.status && after.status !== "answering";

const underWay = ["provisioning", "stopping", "starting"];

/** Undefined unless the squadhub has settled: otherwise what the event says besides whose it is. */
function settledOf(
  kind: string,
  before: Item | undefined,
  after: Item | undefined,
): Omit<Detail<"squadhub.settled">, "tenantId"> | undefined {
  if (!after) return undefined;
  if (kind === "SQUADHUB")
    return after.readyAt && before?.readyAt !== after.readyAt ? { ring: { clearBackoff: true } } : undefined;
  if (kind !== "TENANT" || before?.status === after.status) return undefined;
  if (underWay.includes(after.status ?? "")) return undefined;
  // The gateway was ready before the work on it was over: its report came while the lanes had to wait.
  if (before?.status === "maintenance" && after.status === "active") return { ring: { clearBackoff: true } };
  // No gateway will report: the lanes wait as for one that is away.
  if (after.status === "stopped") return { ring: { clearBackoff: false } };
  return {};
}

/** The heartbeats for a task that nobody touches end after a day; its being touched after so long begins them again. */
const LONG_MS = 12 * 3600 * 1000;

/** The agents for which this change makes something open; `undefined` among them stands for all. */
function workersOf(kind: string, before: Item | undefined, after: Item | undefined): (string | undefined)[] {
  if (!after) return [];
  // A notification that is delivered at once begins none; a lane has a state when one waits.
  if (kind === "WORK" || kind === "LANESTATE") return before ? [] : [after.agentId];
  if (kind === "TENANT") return after.status === "active" && before?.status !== "active" ? [undefined] : [];
  if (kind !== "TASK" || !before) return [];
  const untouched = Date.parse(after.updatedAt ?? "") - Date.parse(before.updatedAt ?? "");
  return untouched > LONG_MS ? [undefined] : [];
}

/**
 * The events of changes that are read together, each once: who hears of it looks at what the table holds by then. What
 * changed on a workspace's pages is one event, since each costs a look for the pages that are open.
 */
export function eventsOf(records: DynamoDBRecord[]): TableEvent[] {
  const events = new Map<string, TableEvent>();
  for (const event of records.flatMap(eventsOfChange)) {
    const { type, detail } = event;
    const of = type === "page.changed" ? detail.tenantId : detail;
    const key = `${type} ${JSON.stringify(of)}`;
    const before = events.get(key);
    if (!before) events.set(key, event);
    else if (type === "page.changed") {
      const changes = [before, event].flatMap(({ detail }) => detail.changes as PageChange[]);
      events.set(key, { ...before, detail: { ...detail, changes } });
    }
  }
  return [...events.values()];
}

function eventsOfChange({ eventID, eventName, dynamodb }: DynamoDBRecord): TableEvent[] {
  const key = read(dynamodb?.Keys);
  if (!eventID || !key?.pk?.startsWith("T#") || !key.sk) return [];
  const [after, before] = [read(dynamodb?.NewImage), read(dynamodb?.OldImage)];
  const item = after ?? before ?? {};
  const [kind = ""] = key.sk.split("#");
  const { tenantId = "", runId, workflow, routineId, taskId } = item;
  const events: Omit<TableEvent, "id">[] = [];
  if (kind === "RUN" && eventName === "INSERT")
    events.push({ type: "run.queued", detail: { tenantId, runId, workflow } });
  if (isOfSchedule(kind, before, after))
    events.push({ type: "routine.changed", detail: { tenantId, routineId } });
  if (kind === "TENANT" && after && before && after.timezone !== before.timezone)
    events.push({ type: "tenant.timezone_changed", detail: { tenantId } });
  if (kind === "TASK" && eventName === "REMOVE")
    events.push({ type: "task.deleted", detail: { tenantId, taskId } });
  const isFile = kind === "UPLOAD" || (kind === "DOCUMENT" && !!item.file);
  if (isFile && eventName === "REMOVE")
    events.push({ type: "file.released", detail: { tenantId, documentId: item.documentId } });
  if (isDue(kind, before, after))
    events.push({ type: "chat.due", detail: { tenantId, agentId: item.agentId } });
  const settled = settledOf(kind, before, after);
  if (settled) events.push({ type: "squadhub.settled", detail: { tenantId, ...settled } });
  if (isOfSquad(kind, before, after)) events.push({ type: "squad.changed", detail: { tenantId } });
  if (isWork(kind, before, after)) events.push({ type: "tenant.worked", detail: { tenantId } });
  for (const agentId of workersOf(kind, before, after))
    events.push({ type: "agent.has_work", detail: { tenantId, ...(agentId ? { agentId } : {}) } });
  const type = pageTypes[kind];
  if (type) {
    const id = {
      tenant: tenantId,
      run: runId,
      agent: item.agentId,
      task: taskId,
      message: item.messageId,
      notification: item.notificationId,
      activity: item.activityId,
      document: item.documentId,
      routine: routineId,
      business: tenantId,
      channel: item.type,
      chat: item.chatId,
    }[type];
    const change: PageChange = {
      ...{ type, id: id ?? "" },
      ...(taskId ? { taskId } : {}),
      ...(type === "chat" ? { agentId: item.agentId } : {}),
    };
    events.push({ type: "page.changed", detail: { tenantId, changes: [change] } });
  }
  return events.map((event) => ({ ...event, id: `${eventID}-${event.type}` }));
}
