// The stub gateway as a process: the HTTP contract of a gateway with our plugin, its turns, and its reports.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, task, token, type World } from "./stub-world.ts";

const squadhubToken = "sqh.ten_01TEST.secret0123456789";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

describe("startup", () => {
  it("a gateway answers its probes without a token", async () => {
    const stub = await world.startStub();
    for (const path of ["/healthz", "/readyz", "/startupz"]) {
      expect((await stub.call("GET", path, undefined, null)).status).toBe(200);
    }
  });

  it("a gateway exits with 78 when its config is missing, broken or incomplete", async () => {
    const exitCode = async () => (await once(world.spawnStub(), "exit"))[0];
    world.writeConfig({ agents: {} });
    expect(await exitCode()).toBe(78);
    writeFileSync(join(world.directory, "openclaw.json"), "{");
    expect(await exitCode()).toBe(78);
    rmSync(join(world.directory, "openclaw.json"));
    expect(await exitCode()).toBe(78);
  });

  it("a gateway reports ready until the report is accepted, then reports that it lives", async () => {
    world.clawe.state.statuses = [503, 204, 204];
    await world.startStub({
      CLAWE_URL: world.clawe.url,
      SQUADHUB_TOKEN: squadhubToken,
      CLAWE_LIVENESS_SECONDS: "0.1",
    });
    const [refused, ready, liveness] = await world.clawe.reports(3);
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

  it("a gateway exits with 78 when its squadhub token is malformed", async () => {
    const stub = world.spawnStub({ CLAWE_URL: world.clawe.url, SQUADHUB_TOKEN: "nonsense" });
    expect((await once(stub, "exit"))[0]).toBe(78);
  });
});

describe("authentication", () => {
  it("proves that it knows the gateway token without receiving it", async () => {
    const stub = await world.startStub();
    const nonce = "0123456789abcdef";
    const proof = createHmac("sha256", token).update(`clawe-prove:${nonce}`).digest("hex");
    expect(await stub.call("POST", "/clawe/prove", { nonce }, null)).toEqual({
      status: 200,
      body: { proof },
    });
    const short = await stub.call("POST", "/clawe/prove", { nonce: "short" }, null);
    expect(short).toMatchObject({ status: 400, body: { error: { field: "nonce" } } });
  });

  it("refuses every other path without the gateway token", async () => {
    const stub = await world.startStub();
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

describe("messages", () => {
  it("accepts a message at once, and runs the turn's commands in the agent's workspace", async () => {
    const stub = await world.startStub();
    const release = world.holdModel();
    const accepted = await stub.send(
      "inky",
      `[task_assigned] from Clawe: go (task ${task} "T", assigned)`,
      "k1",
    );
    expect(accepted).toEqual({ status: 202, body: { accepted: true, duplicate: false } });
    release();
    await world.clawe.turns(1);
    const calls = readFileSync(join(world.directory, "calls"), "utf8").trim().split("\n");
    const workspace = join(world.directory, "inky");
    expect(calls.slice(0, 3)).toEqual([
      `${workspace}: clawe check agent:inky:main`,
      `${workspace}: clawe task:view ${task}`,
      `${workspace}: clawe task:status ${task} in_progress --by inky`,
    ]);
    expect(calls[3]).toContain(`clawe task:comment ${task} Started “Launch post”`);
  });

  it("runs one turn per idempotency key, even after a restart", async () => {
    const first = await world.startStub();
    await first.send("inky", "hello", "same");
    await world.clawe.turns(1);
    const duplicate = { status: 202, body: { accepted: true, duplicate: true } };
    expect(await first.send("inky", "hello", "same")).toEqual(duplicate);
    await first.chat("inky", "after the end of that turn");
    await first.stop("SIGTERM");
    const second = await world.startStub();
    expect(await second.send("inky", "hello", "same")).toEqual(duplicate);
    await second.chat("inky", "after all that came before");
    expect(world.clawe.model.turns()).toHaveLength(3);
  });

  it("runs waiting and interrupted turns after a kill", async () => {
    const first = await world.startStub();
    world.holdModel();
    const asked = once(world.clawe.events, "asked");
    await first.send("inky", "begun", "k1");
    await asked;
    await first.send("inky", "waiting", "k2");
    await first.stop("SIGKILL");
    world.clawe.state.gate = Promise.resolve();
    const second = await world.startStub();
    expect((await second.send("inky", "waiting", "k2")).body).toMatchObject({ duplicate: true });
    await second.chat("inky", "after all that came before");
    expect(world.clawe.model.turns()).toHaveLength(3);
  });

  it("refuses a ninth waiting message as busy, and accepts it later with the same key", async () => {
    const stub = await world.startStub();
    const release = world.holdModel();
    const asked = once(world.clawe.events, "asked");
    await stub.send("inky", "running", "k0");
    await asked;
    for (let i = 1; i <= 8; i++) expect((await stub.send("inky", `n${i}`, `k${i}`)).status).toBe(202);
    expect(await stub.send("inky", "n9", "k9")).toEqual({ status: 409, body: { busy: true } });
    expect((await stub.send("main", "other agent", "m1")).status).toBe(202);
    release();
    await world.clawe.turns(10);
    expect((await stub.send("inky", "n9", "k9")).body).toEqual({ accepted: true, duplicate: false });
  });

  it("names the invalid field when it refuses a message", async () => {
    const stub = await world.startStub();
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
  it("writes files to the agent's workspace and adds them to its prompt", async () => {
    const stub = await world.startStub();
    const files = { "IDENTITY.md": "I am Inky", "AGENTS.md": "| `inky` | Quill | Poet |" };
    const written = await stub.call("PUT", "/clawe/files", { agentId: "inky", files });
    expect(written).toEqual({ status: 200, body: { written: ["IDENTITY.md", "AGENTS.md"], deleted: [] } });
    expect(readFileSync(join(world.directory, "inky/IDENTITY.md"), "utf8")).toBe("I am Inky");
    const { body } = await stub.chat("inky", "hi");
    expect(body.choices[0].message.content).toMatch(/^Quill here, Poet\./);
  });

  it.each(["../AGENTS.md", "a/b.md", "run.sh", "A B.md"])("refuses a file named %s", async (name) => {
    const stub = await world.startStub();
    const answer = await stub.call("PUT", "/clawe/files", { agentId: "inky", files: { [name]: "x" } });
    expect(answer).toMatchObject({ status: 400, body: { error: { field: "files" } } });
  });

  it("writes no file when one of them is too large", async () => {
    const stub = await world.startStub();
    const files = { "A.md": "x", "B.md": "x".repeat(64 * 1024 + 1) };
    const answer = await stub.call("PUT", "/clawe/files", { agentId: "inky", files });
    expect(answer).toMatchObject({ status: 400, body: { error: { field: "files.B.md" } } });
    expect(existsSync(join(world.directory, "inky/A.md"))).toBe(false);
  });
});

describe("administration", () => {
  it("shows the config without its secrets", async () => {
    const { body } = await (await world.startStub()).rpc("config.get");
    expect(body).toMatchObject({ ok: true, payload: { hash: expect.any(String) } });
    expect(body.payload.config.gateway.auth.token).toBe("__OPENCLAW_REDACTED__");
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it("merges a patch, keeps it across restarts, and refuses a patch against an older config", async () => {
    const stub = await world.startStub();
    const { hash } = (await stub.rpc("config.get")).body.payload;
    const raw = JSON.stringify({ agents: { entries: { pixel: {}, main: null } } });
    expect((await stub.rpc("config.patch", { raw, baseHash: hash })).status).toBe(200);
    expect(await stub.rpc("config.patch", { raw, baseHash: hash })).toMatchObject({
      status: 400,
      body: { ok: false, error: { code: "INVALID_REQUEST", message: expect.stringContaining("retry") } },
    });
    await stub.stop("SIGTERM");
    const { body } = await (await world.startStub()).rpc("agents.list");
    expect(body.payload.agents.map((agent: { id: string }) => agent.id)).toEqual(["inky", "pixel"]);
  });

  it("refuses a patch that would make the config unusable", async () => {
    const stub = await world.startStub();
    const { hash } = (await stub.rpc("config.get")).body.payload;
    const raw = JSON.stringify({ gateway: null });
    expect((await stub.rpc("config.patch", { raw, baseHash: hash })).status).toBe(400);
    expect((await stub.rpc("config.get")).body.payload.hash).toBe(hash);
  });

  it("refuses unknown RPC methods", async () => {
    expect(await (await world.startStub()).rpc("system.explode")).toMatchObject({
      status: 400,
      body: { ok: false },
    });
  });

  it("lists agents and sessions as tools, and has no other tools", async () => {
    const stub = await world.startStub();
    await stub.send("inky", "hello", "k1");
    await world.clawe.turns(1);
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

describe("chats", () => {
  it("streams the text of a chat's turn", async () => {
    const stub = await world.startStub();
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

  it("refuses a chat with an unknown agent", async () => {
    const stub = await world.startStub();
    expect(await stub.chat("nobody", "hi")).toMatchObject({
      status: 400,
      body: { error: { field: "model" } },
    });
  });
});

describe("SIGTERM", () => {
  it("ends the gateway with 0 within a second, together with its running commands", async () => {
    const stub = await world.startStub();
    world.clawe.state.command = `${process.execPath} -e "fetch('${world.clawe.url}/hang')"`;
    const hanging = once(world.clawe.events, "hanging");
    await stub.send("inky", "run it", "k1");
    const [commandEnded] = (await hanging) as [Promise<unknown>];
    const before = performance.now();
    expect(await stub.stop("SIGTERM")).toBe(0);
    expect(performance.now() - before).toBeLessThan(1000);
    await commandEnded;
  });
});
