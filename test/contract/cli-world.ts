// What the command's tests are made of: the bundled file as a process, and a server that plays the API.
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { ensureBuilt } from "../../scripts/build.ts";

export const tenantId = "ten_01JABCDEFGHJKMNPQRSTVWXYZ0";
export const token = `sqh.${tenantId}.c2VjcmV0LXNlY3JldC1zZWNyZXQ`;
export const taskId = "tsk_01JABCDEFGHJKMNPQRSTVWXYZ0";
export const at = "2026-11-23T04:42:10.123Z";
export const clawe = { type: "agent", id: "main", name: "Clawe" };
export const task = {
  taskId,
  title: "Launch post",
  status: "assigned",
  priority: "normal",
  assignees: ["inky"],
  by: clawe,
  openSubtasks: 0,
  subtasks: 0,
  comments: 0,
  createdAt: at,
  updatedAt: at,
  version: 1,
};

export interface Heard {
  /** `GET /api/t/…?query` */
  route: string;
  headers: IncomingMessage["headers"];
  body: unknown;
}

/** An answer, in JSON unless it is text; `hangup` ends the connection without one, `silence` keeps it. */
export type Played =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | "hangup"
  | "silence";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Answers requests with what `play` gives until `end`. */
export async function createWorld() {
  const { cli } = await ensureBuilt({ only: ["cli"] });
  const heard: Heard[] = [];
  let play: (request: Heard) => Played = () => ({ status: 404 });
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const one = {
      route: `${request.method} ${request.url}`,
      headers: request.headers,
      body: sent ? JSON.parse(sent) : undefined,
    };
    heard.push(one);
    const played = play(one);
    if (played === "silence") return;
    if (played === "hangup") {
      request.socket.destroy();
      return;
    }
    const { status = 200, headers = {}, body } = played;
    const type = status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": typeof body === "string" ? "text/html" : type, ...headers });
    response.end(body === undefined || typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    heard,
    /** Answers the requests that follow; one of several answers each, the last one from then on. */
    answers(...next: (Played | ((request: Heard) => Played))[]): void {
      heard.length = 0;
      play = (request) => {
        const answer = next.length > 1 ? next.shift()! : next[0]!;
        return typeof answer === "function" ? answer(request) : answer;
      };
    },
    /** Runs the command to its end, with the environment of an agent. */
    clawe: (...args: string[]) => run(cli, args, { CLAWE_URL: url, SQUADHUB_TOKEN: token }),
    claweWith: (
      { env = {}, stdin }: { env?: Record<string, string | undefined>; stdin?: string },
      ...args: string[]
    ) => run(cli, args, { CLAWE_URL: url, SQUADHUB_TOKEN: token, ...env }, stdin),
    async end(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function run(
  cli: string,
  args: string[],
  env: Record<string, string | undefined>,
  stdin = "",
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH, ...env },
    timeout: 20_000,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  child.stdin.end(stdin);
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
