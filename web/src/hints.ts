// Hints from the socket: each names cached data that is out of date.
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { appendDelta, isAnswerDelta } from "./chat/answer-stream.ts";
import { keys } from "./keys.ts";

interface Hint {
  type: string;
  id?: string;
  taskId?: string;
  agentId?: string;
}

const DEBOUNCE_MS = 50;

/** The changes that a message from the socket names. */
function hintsIn(data: unknown): Hint[] {
  if (typeof data !== "object" || data === null) return [];
  const { type, changes } = data as { type?: unknown; changes?: unknown };
  return type === "changed" && Array.isArray(changes) ? changes : [];
}

/** The query keys of what has changed. None for a kind of hint that this version does not know. */
export function keysForHint(tenantId: string, { type, id, taskId, agentId }: Hint): QueryKey[] {
  switch (type) {
    case "task":
      return [keys.tasks(tenantId), ...(id ? [keys.task(tenantId, id)] : [])];
    case "message":
      return taskId ? [keys.comments(tenantId, taskId)] : [];
    case "activity":
      return [keys.activities(tenantId)];
    case "chat":
      return agentId ? [keys.chat(tenantId, agentId)] : [];
    case "agent":
      return [keys.agents(tenantId), keys.squadhub(tenantId)];
    case "routine":
      return [keys.routines(tenantId)];
    case "run":
      return [keys.runs(tenantId), keys.backups(tenantId), ...(id ? [keys.run(tenantId, id)] : [])];
    case "tenant":
      return [keys.tenant(tenantId), keys.tenants, keys.squadhub(tenantId), keys.agents(tenantId)];
    default:
      return [];
  }
}

/** The same for operators, who see runs and squadhubs but nothing of the board. */
export const opsKeysForHint: typeof keysForHint = (_tenantId, { type }) =>
  ["run", "tenant", "agent"].includes(type) ? [keys.ops] : [];

/** Invalidates what hints name. It waits a moment, because one change of the board sends several hints. */
export function hintHandler(
  client: QueryClient,
  tenantId: string,
  keysFor = keysForHint,
): (data: unknown) => void {
  const pending = new Map<string, QueryKey>();
  let isScheduled = false;
  return (data) => {
    if (isAnswerDelta(data))
      return void client.setQueryData(keys.answerStream(tenantId, data.id), appendDelta(data));
    for (const hint of hintsIn(data))
      for (const key of keysFor(tenantId, hint)) pending.set(JSON.stringify(key), key);
    if (pending.size === 0 || isScheduled) return;
    isScheduled = true;
    setTimeout(() => {
      isScheduled = false;
      const queryKeys = [...pending.values()];
      pending.clear();
      for (const queryKey of queryKeys) void client.invalidateQueries({ queryKey });
    }, DEBOUNCE_MS);
  };
}
