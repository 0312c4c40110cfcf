// Open pages: real WebSockets with real tickets, each in its own workspace, and how long a change takes to reach them.
import { once } from "node:events";
import { WebSocket } from "ws";
import { type ApiClient, answer } from "../client/index.ts";
import type { PageChange } from "../events/table.ts";

const TIMEOUT_MS = 30_000;

export interface Page {
  tenantId: string;
  /** Creates a task in the workspace; resolves with the milliseconds from the request until the page has its hint. */
  change(): Promise<number>;
  /** The number of hints about tasks of other workspaces. */
  foreign(): number;
  close(): void;
}

/** Opens the page of one workspace. */
export async function openPage(url: string, api: ApiClient, tenantId: string): Promise<Page> {
  const params = { path: { tenantId } };
  const { ticket } = await answer(api.POST("/t/{tenantId}/socket-tickets", { params }));
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws?ticket=${ticket}`);
  const ownTasks = new Set<string>();
  const hinted: string[] = [];
  let arrived: (() => void) | undefined;
  socket.on("message", (data) => {
    const { changes } = JSON.parse(String(data)) as { changes: PageChange[] };
    hinted.push(...changes.flatMap(({ taskId }) => taskId ?? []));
    if (changes.some(({ type }) => type === "task")) arrived?.();
  });
  await once(socket, "open");

  return {
    tenantId,
    async change() {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const timer = setTimeout(() => reject(new Error(`The page of ${tenantId} got no hint`)), TIMEOUT_MS);
      const from = performance.now();
      arrived = () => resolve(performance.now() - from);
      const body = { title: "Write the launch post" };
      const created = answer(api.POST("/t/{tenantId}/tasks", { params, body }));
      try {
        ownTasks.add((await created).taskId);
        return await promise;
      } finally {
        clearTimeout(timer);
      }
    },
    foreign: () => hinted.filter((taskId) => !ownTasks.has(taskId)).length,
    close: () => socket.close(),
  };
}
