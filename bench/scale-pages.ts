// Open pages: real WebSockets by real tickets, each of its own workspace, and how long a change takes to reach them.
import { once } from "node:events";
import { WebSocket } from "ws";
import { type ApiClient, answer } from "../client/index.ts";
import type { PageChange } from "../events/table.ts";

const PATIENCE_MS = 30_000;

export interface Page {
  tenantId: string;
  /** Makes a task in the workspace; resolves with the milliseconds from the request until the page has its hint. */
  change(): Promise<number>;
  /** How many hints came that were not of this workspace's own tasks. */
  foreign(): number;
  close(): void;
}

/** Opens the page of one workspace. */
export async function openPage(url: string, api: ApiClient, tenantId: string): Promise<Page> {
  const params = { path: { tenantId } };
  const { ticket } = await answer(api.POST("/t/{tenantId}/socket-tickets", { params }));
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws?ticket=${ticket}`);
  const mine = new Set<string>();
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
      const timer = setTimeout(() => reject(new Error(`No hint came to ${tenantId}`)), PATIENCE_MS);
      const from = performance.now();
      arrived = () => resolve(performance.now() - from);
      const made = answer(
        api.POST("/t/{tenantId}/tasks", { params, body: { title: "Write the launch post" } }),
      );
      try {
        mine.add((await made).taskId);
        return await promise;
      } finally {
        clearTimeout(timer);
      }
    },
    foreign: () => hinted.filter((taskId) => !mine.has(taskId)).length,
    close: () => socket.close(),
  };
}
