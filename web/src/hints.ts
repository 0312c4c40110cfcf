// What a hint from the socket means: which cached answers are out of date.
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { isDelta, joined } from "./chat/said.ts";
import { keys } from "./keys.ts";

interface Hint {
  type: string;
  id?: string;
  taskId?: string;
  agentId?: string;
}

const DEBOUNCE_MS = 50;

/** What a message from the socket says has changed. */
function hintsIn(data: unknown): Hint[] {
  if (typeof data !== "object" || data === null) return [];
  const { type, changes } = data as { type?: unknown; changes?: unknown };
  return type === "changed" && Array.isArray(changes) ? changes : [];
}

/** The keys of what has changed; none for hints of a kind that this version does not know. */
export function keysOf(tenantId: string, { type, id, taskId, agentId }: Hint): QueryKey[] {
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

/** The same for operators, who see runs and squadhubs, and nothing of the board. */
export const opsKeysOf: typeof keysOf = (_tenantId, { type }) =>
  ["run", "tenant", "agent"].includes(type) ? [keys.ops] : [];

/** Takes hints and invalidates what they name, together: one change of the board is several hints. */
export function hintReader(client: QueryClient, tenantId: string, namedBy = keysOf): (data: unknown) => void {
  const waiting = new Map<string, QueryKey>();
  let isDue = false;
  return (data) => {
    if (isDelta(data)) return void client.setQueryData(keys.said(tenantId, data.id), joined(data));
    for (const hint of hintsIn(data))
      for (const key of namedBy(tenantId, hint)) waiting.set(JSON.stringify(key), key);
    if (waiting.size === 0 || isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      const named = [...waiting.values()];
      waiting.clear();
      for (const queryKey of named) void client.invalidateQueries({ queryKey });
    }, DEBOUNCE_MS);
  };
}
