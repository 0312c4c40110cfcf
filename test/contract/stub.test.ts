// The stub gateway as a process: the HTTP contract of a gateway with our plugin, its turns and its reports.
import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOfflineModel } from "../../local/model/server.ts";

const main = resolve(import.meta.dirname, "../../squadhub/stub/main.ts");
const token = "gateway-token-0123456789abcdef0123456789abcdef";
const squadhubToken = "sqh.ten_01TEST.secret0123456789";
const task = "tsk_01JABCDEFGHJKMNPQRSTVWXYZ0";

interface Heard {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

let directory: string;
let clawe: Awaited<ReturnType<typeof playClawe>>;
let stubs: ChildProcess[];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "clawe-stub-"));
  stubs = [];
  clawe = await playClawe();
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
  writeConfig();
});

afterEach(async () => {
  for (const stub of stubs.filter((s) => s.exitCode === null && s.signalCode === null)) {
    const exit = once(stub, "exit");
    stub.kill("SIGKILL");
    await exit;
  }
  await clawe.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Plays the control plane and the model on one server; what happens there can be awaited. */
async function playClawe() {
  const model = createOfflineModel();
  const events = new EventEmitter();
  const reports: Heard[] = [];
  const state = {
    statuses: [] as number[],
    /** Model requests wait for this. */
    gate: Promise.resolve(),
    /** Overrides the offline model's answer by a command to run. */
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
    /** The first `count` reports, as soon as they are there. */
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

function writeConfig(changes: Record<string, unknown> = {}) {
  const config = {
    gateway: { mode: "local", port: 0, bind: "loopback", auth: { mode: "token", token } },
    models: {
      providers: {
        offline: { baseUrl: `${clawe.url}/model/v1`, apiKey: "key", api: "openai-completions", models: [] },
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

function spawnStub(env: Record<string, string> = {}): ChildProcess {
  const stub = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: `${join(directory, "bin")}:${process.env.PATH}`,
      OPENCLAW_CONFIG_PATH: join(directory, "openclaw.json"),
      OPENCLAW_STATE_DIR: join(directory, "state"),
      ...env,
    },
  });
  stubs.push(stub);
  return stub;
}

async function startStub(env?: Record<string, string>) {
  const stub = spawnStub(env);
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

/** Holds back the model's answers until the returned function is called. */
function holdModel(): () => void {
  const { promise, resolve: release } = Promise.withResolvers<void>();
  clawe.state.gate = promise;
  return release;
}

describe("a starting gateway", () => {
  it("answers its probes without a token", async () => {
    const stub = await startStub();
    for (const path of ["/healthz", "/readyz", "/startupz"]) {
      expect((await stub.call("GET", path, undefined, null)).status).toBe(200);
    }
  });

  it("exits with 78 when its config is missing, broken or incomplete", async () => {
    const exitCode = async () => (await once(spawnStub(), "exit"))[0];
    writeConfig({ agents: {} });
    expect(await exitCode()).toBe(78);
    writeFileSync(join(directory, "openclaw.json"), "{");
    expect(await exitCode()).toBe(78);
    rmSync(join(directory, "openclaw.json"));
    expect(await exitCode()).toBe(78);
  });

  it("reports ready, again after a failure, and then that it lives", async () => {
    clawe.state.statuses = [503, 204, 204];
    await startStub({ CLAWE_URL: clawe.url, SQUADHUB_TOKEN: squadhubToken, CLAWE_LIVENESS_SECONDS: "0.1" });
    const [refused, ready, liveness] = await clawe.reports(3);
    expect(ready).toEqual({
      path: "/api/t/ten_01TEST/squadhub/ready",
      authorization: `Bearer ${squadhubToken}`,
      body: { bootId: expect.any(String), version: "stub", agents: ["main", "inky"] },
    });
    expect(refused).toEqual(ready);
    expect(liveness).toMatchObject({
      path: "/api/t/ten_01TEST/squadhub/liveness",
      body: { bootId: ready!.body.bootId, memoryMb: expect.any(Number) },
    });
  });

  it("exits with 78 when its squadhub token is malformed", async () => {
    const stub = spawnStub({ CLAWE_URL: clawe.url, SQUADHUB_TOKEN: "nonsense" });
    expect((await once(stub, "exit"))[0]).toBe(78);
  });
});

describe("who may call", () => {
  it("proves that it knows the gateway token without being shown it", async () => {
    const stub = await startStub();
    const nonce = "0123456789abcdef";
    const proof = createHmac("sha256", token).update(`clawe-prove:${nonce}`).digest("hex");
    expect(await stub.call("POST", "/clawe/prove", { nonce }, null)).toEqual({
      status: 200,
      body: { proof },
    });
    const short = await stub.call("POST", "/clawe/prove", { nonce: "short" }, null);
    expect(short).toMatchObject({ status: 400, body: { error: { field: "nonce" } } });
  });

  it("refuses every other path without the token", async () => {
    const stub = await startStub();
    const unauthorized = { error: { message: "Unauthorized", type: "unauthorized" } };
    for (const [method, path] of [
      ["POST", "/clawe/send"],
      ["PUT", "/clawe/files"],
      ["POST", "/api/v1/admin/rpc"],
      ["POST", "/v1/chat/completions"],
      ["POST", "/tools/invoke"],
    ] as const) {
      expect(await stub.call(method, path, {}, null)).toEqual({ status: 401, body: unauthorized });
      expect(await stub.call(method, path, {}, "wrong")).toEqual({ status: 401, body: unauthorized });
    }
  });
});

describe("a message to an agent", () => {
  it("is accepted at once and makes a turn that runs the agent's commands in its workspace", async () => {
    const stub = await startStub();
    const release = holdModel();
    const accepted = await stub.send(
      "inky",
      `[task_assigned] from Clawe: go (task ${task} "T", assigned)`,
      "k1",
    );
    expect(accepted).toEqual({ status: 202, body: { accepted: true, duplicate: false } });
    release();
    await clawe.turns(1);
    const calls = readFileSync(join(directory, "calls"), "utf8").trim().split("\n");
    const workspace = join(directory, "inky");
    expect(calls.slice(0, 3)).toEqual([
      `${workspace}: clawe check agent:inky:main`,
      `${workspace}: clawe task:view ${task}`,
      `${workspace}: clawe task:status ${task} in_progress --by inky`,
    ]);
    expect(calls[3]).toContain(`clawe task:comment ${task} Started “Launch post”`);
  });

  it("makes one turn per idempotency key, also after a restart", async () => {
    const first = await startStub();
    await first.send("inky", "hello", "same");
    await clawe.turns(1);
    const duplicate = { status: 202, body: { accepted: true, duplicate: true } };
    expect(await first.send("inky", "hello", "same")).toEqual(duplicate);
    await first.stop("SIGTERM");
    const second = await startStub();
    expect(await second.send("inky", "hello", "same")).toEqual(duplicate);
    await second.chat("inky", "after all that came before");
    expect(clawe.model.turns()).toHaveLength(2);
  });

  it("survives a kill while it waits for its turn", async () => {
    const first = await startStub();
    holdModel();
    const asked = once(clawe.events, "asked");
    await first.send("inky", "begun", "k1");
    await asked;
    await first.send("inky", "waiting", "k2");
    await first.stop("SIGKILL");
    clawe.state.gate = Promise.resolve();
    const second = await startStub();
    expect((await second.send("inky", "waiting", "k2")).body).toMatchObject({ duplicate: true });
    await second.chat("inky", "after all that came before");
    expect(clawe.model.turns()).toHaveLength(2);
  });

  it("is refused as busy when eight wait already, and can be sent again with the same key", async () => {
    const stub = await startStub();
    const release = holdModel();
    const asked = once(clawe.events, "asked");
    await stub.send("inky", "running", "k0");
    await asked;
    for (let i = 1; i <= 8; i++) expect((await stub.send("inky", `n${i}`, `k${i}`)).status).toBe(202);
    expect(await stub.send("inky", "n9", "k9")).toEqual({ status: 409, body: { busy: true } });
    expect((await stub.send("main", "other agent", "m1")).status).toBe(202);
    release();
    await clawe.turns(10);
    expect((await stub.send("inky", "n9", "k9")).body).toEqual({ accepted: true, duplicate: false });
  });

  it("is refused with the name of the field that is wrong", async () => {
    const stub = await startStub();
    expect((await stub.send("nobody", "hello", "k")).status).toBe(404);
    expect(await stub.send("inky", "", "k")).toMatchObject({
      status: 400,
      body: { error: { field: "message" } },
    });
    const keyless = await stub.call("POST", "/clawe/send", { agentId: "inky", message: "hello" });
    expect(keyless).toMatchObject({ status: 400, body: { error: { field: "idempotencyKey" } } });
  });
});

describe("workspace files", () => {
  it("are written to the agent's workspace and become part of its prompt", async () => {
    const stub = await startStub();
    const files = { "IDENTITY.md": "I am Inky", "AGENTS.md": "| `inky` | Quill | Poet |" };
    const written = await stub.call("PUT", "/clawe/files", { agentId: "inky", files });
    expect(written).toEqual({ status: 200, body: { written: ["IDENTITY.md", "AGENTS.md"] } });
    expect(readFileSync(join(directory, "inky/IDENTITY.md"), "utf8")).toBe("I am Inky");
    const { body } = await stub.chat("inky", "hi");
    expect(body.choices[0].message.content).toMatch(/^Quill here, Poet\./);
  });

  it.each(["../AGENTS.md", "a/b.md", "run.sh", "A B.md"])("are refused when named %s", async (name) => {
    const stub = await startStub();
    const answer = await stub.call("PUT", "/clawe/files", { agentId: "inky", files: { [name]: "x" } });
    expect(answer).toMatchObject({ status: 400, body: { error: { field: "files" } } });
  });

  it("are refused whole when one of them is too large", async () => {
    const stub = await startStub();
    const files = { "A.md": "x", "B.md": "x".repeat(64 * 1024 + 1) };
    const answer = await stub.call("PUT", "/clawe/files", { agentId: "inky", files });
    expect(answer).toMatchObject({ status: 400, body: { error: { field: "files.B.md" } } });
    expect(existsSync(join(directory, "inky/A.md"))).toBe(false);
  });
});

describe("administration", () => {
  it("shows the config without its secrets", async () => {
    const { body } = await (await startStub()).rpc("config.get");
    expect(body).toMatchObject({ ok: true, payload: { hash: expect.any(String) } });
    expect(body.payload.config.gateway.auth.token).toBe("__OPENCLAW_REDACTED__");
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it("merges a patch, keeps it over a restart, and refuses one against an older config", async () => {
    const stub = await startStub();
    const { hash } = (await stub.rpc("config.get")).body.payload;
    const raw = JSON.stringify({ agents: { entries: { pixel: {}, main: null } } });
    expect((await stub.rpc("config.patch", { raw, baseHash: hash })).status).toBe(200);
    expect(await stub.rpc("config.patch", { raw, baseHash: hash })).toMatchObject({
      status: 400,
      body: { ok: false, error: { code: "INVALID_REQUEST", message: expect.stringContaining("retry") } },
    });
    await stub.stop("SIGTERM");
    const { body } = await (await startStub()).rpc("agents.list");
    expect(body.payload.agents.map((agent: { id: string }) => agent.id)).toEqual(["inky", "pixel"]);
  });

  it("refuses a patch that would leave no usable config", async () => {
    const stub = await startStub();
    const { hash } = (await stub.rpc("config.get")).body.payload;
    const raw = JSON.stringify({ gateway: null });
    expect((await stub.rpc("config.patch", { raw, baseHash: hash })).status).toBe(400);
    expect((await stub.rpc("config.get")).body.payload.hash).toBe(hash);
  });

  it("refuses unknown methods", async () => {
    expect(await (await startStub()).rpc("system.explode")).toMatchObject({
      status: 400,
      body: { ok: false },
    });
  });

  it("lists agents and sessions as tools, and has no others", async () => {
    const stub = await startStub();
    await stub.send("inky", "hello", "k1");
    await clawe.turns(1);
    await stub.chat("inky", "after all that came before");
    const { body } = await stub.call("POST", "/tools/invoke", { tool: "sessions_list" });
    const keys = body.result.details.sessions.map((session: { key: string }) => session.key);
    expect(keys).toContain("agent:inky:main");
    const agents = (await stub.call("POST", "/tools/invoke", { tool: "agents_list" })).body.result.details
      .agents;
    expect(agents.map((agent: { id: string }) => agent.id)).toEqual(["main", "inky"]);
    expect(await stub.call("POST", "/tools/invoke", { tool: "exec" })).toMatchObject({
      status: 404,
      body: { ok: false, error: { type: "not_found" } },
    });
  });
});

describe("chat", () => {
  it("streams the turn's text", async () => {
    const stub = await startStub();
    const response = await fetch(`${stub.url}/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "x-openclaw-session-key": "agent:inky:main" },
      body: JSON.stringify({
        model: "openclaw/inky",
        stream: true,
        messages: [{ role: "user", content: "hi" }],
      }),
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const lines = (await response.text()).split("\n\n").filter(Boolean);
    expect(lines.at(-1)).toBe("data: [DONE]");
    const deltas = lines.slice(0, -1).map((line) => JSON.parse(line.slice(6)).choices[0].delta.content ?? "");
    expect(deltas.join("")).toContain("You wrote: “hi”");
  });

  it("refuses an unknown agent", async () => {
    const stub = await startStub();
    expect(await stub.chat("nobody", "hi")).toMatchObject({
      status: 400,
      body: { error: { field: "model" } },
    });
  });
});

describe("SIGTERM", () => {
  it("ends the gateway with 0 within a second, and the commands it runs", async () => {
    const stub = await startStub();
    clawe.state.command = `${process.execPath} -e "fetch('${clawe.url}/hang')"`;
    const hanging = once(clawe.events, "hanging");
    await stub.send("inky", "run it", "k1");
    const [commandEnded] = (await hanging) as [Promise<unknown>];
    const before = performance.now();
    expect(await stub.stop("SIGTERM")).toBe(0);
    expect(performance.now() - before).toBeLessThan(1000);
    await commandEnded;
  });
});
