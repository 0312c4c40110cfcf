// The events of the table: which change of which item is which event.
import { isDeepStrictEqual as isEqual } from "node:util";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";

const tenantId = z.string();

/** What on a page is out of date. `id` is the id of what changed. */
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

/** Every event that a change of the table can be. functions/subscriptions.ts says who consumes it. */
export const tableEvents = {
  "run.queued": z.object({ tenantId, runId: z.string(), workflow: z.string() }),
  /** A routine's schedule has to change. */
  "routine.changed": z.object({ tenantId, routineId: z.string() }),
  "tenant.timezone_changed": z.object({ tenantId }),
  "task.deleted": z.object({ tenantId, taskId: z.string() }),
  /** A file's document was deleted, or its upload was confirmed or has expired. */
  "file.released": z.object({ tenantId, documentId: z.string() }),
  /** The gateway's config, or its agents' files, have to change. */
  "squad.changed": z.object({ tenantId }),
  /** The agent's oldest open message may be answered now. */
  "chat.due": z.object({ tenantId, agentId: z.string() }),
  /** The squadhub is up, or will not come up. */
  "squadhub.settled": z.object({
    tenantId,
    /** Present when every lane of the squad rings. A lane's back-off is forgotten when what caused it is over. */
    ring: z.object({ clearBackoff: z.boolean() }).optional(),
  }),
  /** Somebody worked in the workspace: its squadhub stays awake for longer. */
  "tenant.worked": z.object({ tenantId }),
  /** Something is open for this agent; without `agentId`, maybe for every agent. */
  "agent.has_work": z.object({ tenantId, agentId: z.string().optional() }),
  /** Open pages have to refetch. */
  "page.changed": z.object({ tenantId, changes: z.array(pageChange) }),
};
export type TableEventType = keyof typeof tableEvents;
export type Detail<T extends TableEventType> = z.output<(typeof tableEvents)[T]>;

export interface TableEvent {
  /** Made from the change that caused it first: the same change is the same event. */
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
const itemOf = (image: object | undefined): Item | undefined =>
  image ? (unmarshall(image as Record<string, AttributeValue>) as Item) : undefined;

/** The attributes that the gateway's config or its agents' files contain. Signs of life are not among them. */
const copiedToGateway: Record<string, string[]> = {
  AGENT: ["agentId", "name", "role", "emoji"],
  BUSINESS: ["tenantId", "bootstrapRemovedAt"],
  // A gateway that has just started may have missed changes.
  SQUADHUB: ["readyAt"],
};

function isSquadChange(kind: string, before: Item | undefined, after: Item | undefined): boolean {
  // Nothing was pushed to the gateway during maintenance.
  if (kind === "TENANT") return before?.status === "maintenance" && after?.status === "active";
  return copiedToGateway[kind]?.some((field) => before?.[field] !== after?.[field]) ?? false;
}

/** Whether a routine's schedule has to change. Each firing changes the routine, too, and must not put it again. */
function isScheduleChange(kind: string, before: Item | undefined, after: Item | undefined): boolean {
  if (kind !== "ROUTINE") return false;
  return !before || !after || before.enabled !== after.enabled || !isEqual(before.schedule, after.schedule);
}

/** The items that are written when somebody works in the workspace, or needs an agent of it. */
const workItems = ["TASK", "SUBTASK", "MESSAGE", "NOTIFICATION", "CHAT"];

function isSignOfWork(kind: string, before: Item | undefined, after: Item | undefined): boolean {
  if (!after) return false;
  // The idle time of a workspace begins when it becomes active, and changes with its plan.
  if (kind === "TENANT") return before?.status !== after.status || before?.plan !== after.plan;
  if (kind === "SQUADHUB") return before?.openedAt !== after.openedAt || before?.workedAt !== after.workedAt;
  return workItems.includes(kind);
}

/** Whether a message came, or the one before it is over, or waits again. */
const isChatDue = (kind: string, before: Item | undefined, after: Item | undefined): boolean =>
  kind === "CHAT" && !!after && before?.status !== after.status && after.status !== "answering";

const underWay = ["provisioning", "stopping", "starting"];

/** Undefined unless the squadhub has settled: otherwise the event's detail but for the tenant. */
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
  // The gateway reported that it was ready while the lanes still had to wait for the end of the maintenance.
  if (before?.status === "maintenance" && after.status === "active") return { ring: { clearBackoff: true } };
  // No gateway will report, so the lanes try and back off as they do for one that is away.
  if (after.status === "stopped") return { ring: { clearBackoff: false } };
  return {};
}

/** Heartbeats for a task that nobody touches end after a day. A change after so long begins them again. */
const LONG_MS = 12 * 3600 * 1000;

/** The agents for which this change makes something open; `undefined` stands for all of them. */
function agentsWithWork(
  kind: string,
  before: Item | undefined,
  after: Item | undefined,
): (string | undefined)[] {
  if (!after) return [];
  // A notification that is delivered at once begins no heartbeats. A lane has a state only when one waits.
  if (kind === "WORK" || kind === "LANESTATE") return before ? [] : [after.agentId];
  if (kind === "TENANT") return after.status === "active" && before?.status !== "active" ? [undefined] : [];
  if (kind !== "TASK" || !before) return [];
  const untouched = Date.parse(after.updatedAt ?? "") - Date.parse(before.updatedAt ?? "");
  return untouched > LONG_MS ? [undefined] : [];
}

/**
 * The events of changes that are read together, each once: a consumer reads what the table holds by then. All changes on
 * a workspace's pages are one event, since each event costs a look-up of the open pages.
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
  const key = itemOf(dynamodb?.Keys);
  if (!eventID || !key?.pk?.startsWith("T#") || !key.sk) return [];
  const [after, before] = [itemOf(dynamodb?.NewImage), itemOf(dynamodb?.OldImage)];
  const item = after ?? before ?? {};
  const [kind = ""] = key.sk.split("#");
  const { tenantId = "", runId, workflow, routineId, taskId } = item;
  const events: Omit<TableEvent, "id">[] = [];
  if (kind === "RUN" && eventName === "INSERT")
    events.push({ type: "run.queued", detail: { tenantId, runId, workflow } });
  if (isScheduleChange(kind, before, after))
    events.push({ type: "routine.changed", detail: { tenantId, routineId } });
  if (kind === "TENANT" && after && before && after.timezone !== before.timezone)
    events.push({ type: "tenant.timezone_changed", detail: { tenantId } });
  if (kind === "TASK" && eventName === "REMOVE")
    events.push({ type: "task.deleted", detail: { tenantId, taskId } });
  const isFile = kind === "UPLOAD" || (kind === "DOCUMENT" && !!item.file);
  if (isFile && eventName === "REMOVE")
    events.push({ type: "file.released", detail: { tenantId, documentId: item.documentId } });
  if (isChatDue(kind, before, after))
    events.push({ type: "chat.due", detail: { tenantId, agentId: item.agentId } });
  const settled = settledOf(kind, before, after);
  if (settled) events.push({ type: "squadhub.settled", detail: { tenantId, ...settled } });
  if (isSquadChange(kind, before, after)) events.push({ type: "squad.changed", detail: { tenantId } });
  if (isSignOfWork(kind, before, after)) events.push({ type: "tenant.worked", detail: { tenantId } });
  for (const agentId of agentsWithWork(kind, before, after))
    events.push({ type: "agent.has_work", detail: { tenantId, ...(agentId ? { agentId } : {}) } });
  const change = pageChangeOf(kind, item);
  if (change) events.push({ type: "page.changed", detail: { tenantId, changes: [change] } });
  return events.map((event) => ({ ...event, id: `${eventID}-${event.type}` }));
}

/** What a change of this item makes out of date on the pages, if anything. */
function pageChangeOf(kind: string, item: Item): PageChange | undefined {
  const type = pageTypes[kind];
  if (!type) return undefined;
  const id = {
    tenant: item.tenantId,
    run: item.runId,
    agent: item.agentId,
    task: item.taskId,
    message: item.messageId,
    notification: item.notificationId,
    activity: item.activityId,
    document: item.documentId,
    routine: item.routineId,
    business: item.tenantId,
    channel: item.type,
    chat: item.chatId,
  }[type];
  return {
    ...{ type, id: id ?? "" },
    ...(item.taskId ? { taskId: item.taskId } : {}),
    ...(type === "chat" ? { agentId: item.agentId } : {}),
  };
}
