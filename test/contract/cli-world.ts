// The world of the command's tests: the bundled file as a process, and a server that plays the API.
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { ensureBuilt } from "../../scripts/build.ts";

export const tenantId = "ten_01JABCDEFGHJKMNPQRSTVWXYZ0";
export const token = `sqh.${tenantId}.c2VjcmV0LXNlY3JldC1zZWNyZXQ`;

/** A request that the server received. */
export interface Received {
  /** `GET /api/t/…?query` */
  route: string;
  headers: IncomingMessage["headers"];
  body: unknown;
}

/** An answer, in JSON unless it is text. `hangup` closes the connection without one, `silence` keeps it open. */
export type Played =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | "hangup"
  | "silence";

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Builds the command and starts the server. */
export async function createWorld() {
  const { cli } = await ensureBuilt({ only: ["cli"] });
  const received: Received[] = [];
  let play: (request: Received) => Played = () => ({ status: 404 });
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const one = {
      route: `${request.method} ${request.url}`,
      headers: request.headers,
      body: sent ? JSON.parse(sent) : undefined,
    };
    received.push(one);
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
    received,
    /** Sets the answers to the requests that follow: one each, and the last one from then on. */
    answers(...next: (Played | ((request: Received) => Played))[]): void {
      received.length = 0;
      play = (request) => {
        const answer = next.length > 1 ? next.shift()! : next[0]!;
        return typeof answer === "function" ? answer(request) : answer;
      };
    },
    /** Runs the command to its end, in an agent's environment. */
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
): Promise<Finished> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH, ...env },
    timeout: 20_000,
    killSignal: "SIGKILL",
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  child.stdin.end(stdin);
  const [code, stdout, stderr] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
