// A world for the stub gateway's tests: a fake control plane with a model, and the stub as a process.
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import { createOfflineModel } from "../../local/model/server.ts";

export const token = "gateway-token-0123456789abcdef0123456789abcdef";
export const task = "tsk_01JABCDEFGHJKMNPQRSTVWXYZ0";
const main = resolve(import.meta.dirname, "../../local/stub/main.ts");

interface Report {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A directory with a config, workspaces, and a `clawe` command that records its calls. `end` removes it. */
export async function createWorld() {
  const directory = mkdtempSync(join(tmpdir(), "clawe-stub-"));
  const clawe = await playClawe();
  const stubs: ChildProcess[] = [];
  mkdirSync(join(directory, "bin"));
  const script = `#!/bin/sh
echo "$PWD: clawe $*" >> ${directory}/calls
case "$1" in
  check) echo HEARTBEAT_OK ;;
  task:view) printf '%s\\n' '${task} "Launch post"' 'status: assigned' 'assignees: inky' 'subtasks:' '1. [ ] Draft' ;;
  task:status|task:comment) echo ok ;;
  *) echo "Error: unknown command" >&2; exit 1 ;;
esac
`;
  writeFileSync(join(directory, "bin/clawe"), script);
  chmodSync(join(directory, "bin/clawe"), 0o755);
  writeConfig(directory, clawe.url);

  function spawnStub(env: Record<string, string> = {}): ChildProcess {
    const stub = startProcess(directory, env);
    stubs.push(stub);
    return stub;
  }
  return {
    directory,
    clawe,
    writeConfig: (changes: Record<string, unknown>) => writeConfig(directory, clawe.url, changes),
    spawnStub,
    startStub: async (env?: Record<string, string>) => connect(spawnStub(env)),
    /** Holds the model's answers back until the returned function is called. */
    holdModel(): () => void {
      const { promise, resolve: release } = Promise.withResolvers<void>();
      clawe.state.gate = promise;
      return release;
    },
    async end() {
      for (const stub of stubs.filter((s) => s.exitCode === null && s.signalCode === null)) {
        const exit = once(stub, "exit");
        stub.kill("SIGKILL");
        await exit;
      }
      await clawe.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Fakes the control plane and the model on one server. Its events can be awaited. */
async function playClawe() {
  const model = createOfflineModel();
  const events = new EventEmitter();
  const reports: Report[] = [];
  const state = {
    statuses: [] as number[],
    /** Model requests wait for this. */
    gate: Promise.resolve(),
    /** A command for the agent to run, instead of the offline model's answer. */
    command: undefined as string | undefined,
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/hang") {
      events.emit("hanging", once(response, "close"));
      return;
    }
    if (request.url?.startsWith("/api/")) {
      const body = (await json(request)) as Record<string, unknown>;
      response.writeHead(state.statuses.shift() ?? 204).end();
      reports.push({ path: request.url, authorization: request.headers.authorization, body });
      events.emit("report");
      return;
    }
    events.emit("asked");
    await state.gate;
    if (state.command) {
      const exec = { name: "exec", arguments: JSON.stringify({ command: state.command }) };
      const message = { role: "assistant", tool_calls: [{ id: "call", type: "function", function: exec }] };
      response.end(JSON.stringify({ choices: [{ message }] }));
      return;
    }
    const before = model.turns().length;
    await model.handler(request, response);
    if (model.turns().length > before) events.emit("turn");
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const until = async (event: string, done: () => boolean) => {
    while (!done()) await once(events, event);
  };
  return {
    state,
    events,
    model,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The first `count` reports, once they have arrived. */
    async reports(count: number) {
      await until("report", () => reports.length >= count);
      return reports.slice(0, count);
    },
    async turns(count: number) {
      await until("turn", () => model.turns().length >= count);
      return model.turns();
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function writeConfig(directory: string, modelUrl: string, changes: Record<string, unknown> = {}) {
  const config = {
    gateway: { mode: "local", port: 0, bind: "loopback", auth: { mode: "token", token } },
    models: {
      providers: {
        offline: { baseUrl: `${modelUrl}/model/v1`, apiKey: "key", api: "openai-completions", models: [] },
      },
    },
    agents: {
      defaults: { model: { primary: "offline/offline" } },
      entries: {
        main: { workspace: join(directory, "main"), identity: { name: "Clawe" } },
        inky: { workspace: join(directory, "inky"), identity: { name: "Inky" } },
      },
    },
    ...changes,
  };
  writeFileSync(join(directory, "openclaw.json"), JSON.stringify(config));
}

function startProcess(directory: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: `${join(directory, "bin")}:${process.env.PATH}`,
      OPENCLAW_CONFIG_PATH: join(directory, "openclaw.json"),
      OPENCLAW_STATE_DIR: join(directory, "state"),
      ...env,
    },
  });
}

/** Waits until the stub listens, and returns its calls. */
async function connect(stub: ChildProcess) {
  let url: string | undefined;
  for await (const line of createInterface({ input: stub.stdout! })) {
    url = /listening on (\S+)/.exec(line)?.[1];
    if (url) break;
  }
  stub.stdout!.resume();
  const call = async (method: string, path: string, body?: unknown, bearer: string | null = token) => {
    const response = await fetch(url + path, {
      method,
      headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const send = (agentId: string, message: string, idempotencyKey: string) =>
    call("POST", "/clawe/send", { agentId, message, idempotencyKey });
  const rpc = (method: string, params?: unknown) => call("POST", "/api/v1/admin/rpc", { method, params });
  const chat = (agentId: string, content: string) => {
    const messages = [{ role: "user", content }];
    return call("POST", "/v1/chat/completions", { model: `openclaw/${agentId}`, messages });
  };
  const stop = async (signal: NodeJS.Signals) => {
    const exit = once(stub, "exit");
    stub.kill(signal);
    return (await exit)[0] as number | null;
  };
  return { url: url!, call, send, rpc, chat, stop };
}
