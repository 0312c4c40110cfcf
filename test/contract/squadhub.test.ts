// One contract for both gateways behind the local driver: the stub, and with CLAWE_TEST_OPENCLAW set to a directory where it
// is or may be installed, a real OpenClaw. One file of over 300 lines: a real gateway starts slowly, and all tests share one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import * as gateway from "../../core/squadhub/client.ts";
import { chat } from "../../core/squadhub/client-chat.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import type { ChatPart } from "../../platform/types/gateway.ts";
import { configPatch } from "../../squadhub/config.ts";
import { type ClaweServer, startClawe } from "./squadhub/clawe-server.ts";
import {
  kinds,
  newDirectory,
  openWorld,
  provision,
  removeDirectory,
  secretsOf,
  specFor,
  type World,
} from "./squadhub/world.ts";

/** How long a start may take: a real gateway needs long on a loaded machine, the stub half a second. */
const patience = { stub: 20_000, openclaw: 180_000 };

describe.each(kinds)("a squadhub of kind %s", (kind) => {
  const timeout = patience[kind];
  vi.setConfig({ testTimeout: 2 * timeout, hookTimeout: timeout });
  const tenantId = "ten_contract";
  const { gatewayToken, squadhubToken, hooksToken } = secretsOf(tenantId);
  let clawe: ClaweServer;
  let world: World;
  let connection: gateway.GatewayConnection;

  const configOf = (tenant: string, root = world.directory) =>
    join(root, "squadhubs", tenant, "state", "openclaw.json");
  const workspaceOf = (agentId: string) =>
    join(world.directory, "squadhubs", tenantId, "state/workspaces", agentId);

  beforeAll(async () => {
    process.env.AWS_SECRET_ACCESS_KEY = "belongs to the service";
    clawe = await startClawe();
    world = await openWorld({ kind, directory: await newDirectory(), modelUrl: clawe.modelUrl });
    await provision(world, specFor(tenantId, clawe.url));
    await clawe.next("/squadhub/ready");
    const [url] = await world.discovery.resolve(`squadhub-${tenantId}`);
    connection = { url: url!, token: gatewayToken };
  });

  afterAll(async () => {
    await world.close();
    await clawe.close();
    await removeDirectory(world.directory);
  });

  /** Sends as the lanes do: repeats while the agent is busy. */
  const sendWhenIdle = (agentId: string, message: string, idempotencyKey: string) =>
    vi.waitFor(() => gateway.send(connection, { agentId, message, idempotencyKey }), {
      timeout,
      interval: 100,
    });
  const turnBegins = (text: string) =>
    vi.waitUntil(() => clawe.turns().some((turn) => turn.includes(text)), { timeout });

  test("reports that it is ready, with its own token and its agents", async () => {
    const [ready] = clawe.received(`/api/t/${tenantId}/squadhub/ready`);
    expect(ready?.authorization).toBe(`Bearer ${squadhubToken}`);
    expect(ready?.body).toMatchObject({ version: expect.any(String), agents: ["main", "inky"] });
    expect(await gateway.health(connection)).toEqual({ ready: true });
  });

  test("reports that it lives, with the boot id of its ready report", async () => {
    const liveness = await clawe.next(`/api/t/${tenantId}/squadhub/liveness`);
    const [ready] = clawe.received("/squadhub/ready");
    expect(liveness.authorization).toBe(`Bearer ${squadhubToken}`);
    expect(liveness.body).toEqual({
      bootId: ready?.body.bootId,
      memoryMb: expect.any(Number),
      working: expect.any(Boolean),
    });
  });

  test("proves that it knows its own token, and no other", async () => {
    expect(await gateway.prove(connection)).toBe(true);
    expect(await gateway.prove({ ...connection, token: secretsOf("ten_other").gatewayToken })).toBe(false);
  });

  test("refuses a wrong token", async () => {
    const stranger = { ...connection, token: squadhubToken };
    const refused = expect.objectContaining({
      reason: "unreachable",
      message: expect.stringContaining("401"),
    });
    const message = { agentId: "main", message: "hello", idempotencyKey: "stranger" };
    await expect(gateway.send(stranger, message)).rejects.toEqual(refused);
    await expect(gateway.writeFiles(stranger, { agentId: "main", files: {} })).rejects.toEqual(refused);
    await expect(gateway.rpc(stranger, "config.get", {})).rejects.toEqual(refused);
  });

  test("refuses an unknown agent, and names an invalid field", async () => {
    const message = { agentId: "nobody", message: "hello", idempotencyKey: "nobody" };
    await expect(gateway.send(connection, message)).rejects.toMatchObject({
      reason: "refused",
      message: expect.stringContaining("404"),
    });
    const response = await fetch(`${connection.url}/clawe/send`, {
      method: "POST",
      headers: { authorization: `Bearer ${gatewayToken}` },
      body: JSON.stringify({ agentId: "main", message: "hello" }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("idempotencyKey");
  });

  test("accepts a message before its turn ends, and each key once", async () => {
    const release = clawe.hold("greeting-1");
    const message = { agentId: "main", message: "greeting-1", idempotencyKey: "greeting-1" };
    expect(await gateway.send(connection, message)).toEqual({ duplicate: false });
    await turnBegins("greeting-1");
    expect(await gateway.send(connection, message)).toEqual({ duplicate: true });
    release();
    await sendWhenIdle("main", "greeting-2", "greeting-2");
    await turnBegins("greeting-2");
    expect(clawe.turns().filter((turn) => turn.includes("greeting-1"))).toHaveLength(1);
  });

  test("lets an agent run the clawe command in its workspace, with the squadhub's token", async () => {
    await sendWhenIdle("inky", "run: clawe tasks agent:inky:main", "exec-1");
    const call = await clawe.next("/cli");
    expect(call.authorization).toBe(`Bearer ${squadhubToken}`);
    expect(call.body).toEqual({ args: ["tasks", "agent:inky:main"], directory: workspaceOf("inky") });
  });

  test("runs an agent's messages in the order of acceptance", async () => {
    for (const name of ["order-1", "order-2", "order-3"]) await sendWhenIdle("inky", name, name);
    await turnBegins("order-3");
    const order = clawe.turns().flatMap((turn) => /order-\d/.exec(turn)?.[0] ?? []);
    expect(order).toEqual(["order-1", "order-2", "order-3"]);
  });

  test("reports an agent idle, once, after a turn during which it refused a message", async () => {
    const reports = () => clawe.received(`/api/t/${tenantId}/squadhub/idle`);
    const release = clawe.hold("long-");
    await sendWhenIdle("inky", "long-0", "long-0");
    await turnBegins("long-0");
    const before = reports().length;
    let count = 1;
    const fill = async () => {
      for (; ; count++) {
        const message = `long-${count}`;
        await gateway.send(connection, { agentId: "inky", message, idempotencyKey: message });
      }
    };
    await expect(fill()).rejects.toMatchObject({ reason: "busy" });
    await expect(fill()).rejects.toMatchObject({ reason: "busy" });
    expect(reports()).toHaveLength(before);

    release();
    await vi.waitUntil(() => reports().length > before, { timeout, interval: 5 });
    const refused = { agentId: "inky", message: `long-${count}`, idempotencyKey: `long-${count}` };
    expect(await gateway.send(connection, refused)).toEqual({ duplicate: false });
    const [ready] = clawe.received("/squadhub/ready");
    expect(reports().at(-1)).toMatchObject({
      authorization: `Bearer ${squadhubToken}`,
      body: { bootId: ready?.body.bootId, agentId: "inky" },
    });

    // No message is refused during this turn, so its end is not reported.
    await turnBegins(`long-${count}`);
    const livenessReports = () => clawe.received("/squadhub/liveness").length;
    const seen = livenessReports();
    await vi.waitUntil(() => livenessReports() > seen + 1, { timeout });
    expect(reports()).toHaveLength(before + 1);
  });

  /** Starts a chat: `said` has the parts so far, `over` all of them at the end. */
  function ask(agentId: string, message: string) {
    const hungUp = new AbortController();
    const said: ChatPart[] = [];
    const key = `key of ${message}`;
    async function listen() {
      for await (const part of chat(connection, { agentId, message, key }, hungUp.signal)) said.push(part);
      return said.filter(({ kind }) => kind !== "alive");
    }
    return { said, key, over: listen(), hangUp: () => gateway.hangUp(connection, key) };
  }
  const textOf = (parts: ChatPart[]) => parts.map((part) => (part.kind === "text" ? part.text : "")).join("");

  test("streams an agent's answer in its own session, after the turn in progress", async () => {
    const release = clawe.hold("before-the-chat");
    await sendWhenIdle("inky", "before-the-chat", "before-the-chat");
    await turnBegins("before-the-chat");
    const asked = ask("inky", "a chat that waits");
    await vi.waitUntil(() => asked.said.some(({ kind }) => kind === "alive"), { timeout });
    expect(clawe.turns().filter((turn) => turn.includes("a chat that waits"))).toEqual([]);
    release();
    const parts = await asked.over;
    expect(parts.at(-1)).toEqual({ kind: "end" });
    expect(textOf(parts)).toBe("done");
    expect(clawe.turns().filter((turn) => turn.includes("a chat that waits"))).toHaveLength(1);
    await expect(ask("nobody", "hello").over).resolves.toEqual([{ kind: "error", reason: "refused" }]);
  });

  test("ends the turn of a chat that is hung up, and never starts one that was waiting", async () => {
    const release = clawe.hold("a long answer");
    const long = ask("inky", "a long answer");
    await turnBegins("a long answer");
    const waiting = ask("inky", "never to be asked");
    await vi.waitUntil(() => waiting.said.length > 0, { timeout });
    await waiting.hangUp();
    expect(await waiting.over).toEqual([{ kind: "error", reason: "broken" }]);
    await long.hangUp();
    expect(await long.over).toEqual([{ kind: "error", reason: "broken" }]);
    await long.hangUp();
    release();
    const next = await ask("inky", "and now?").over;
    expect(next.at(-1)).toEqual({ kind: "end" });
    expect(textOf(next)).toBe("done");
    expect(clawe.turns().filter((turn) => turn.includes("never to be asked"))).toEqual([]);
  });

  test("liveness reports say whether an agent works, from the start of a turn to its end", async () => {
    const reports = () => clawe.received(`/api/t/${tenantId}/squadhub/liveness`);
    const working = () => reports().map(({ body }) => body.working);
    const quiet = async () => {
      const seen = reports().length;
      await vi.waitUntil(() => working().slice(seen).includes(false), { timeout, interval: 5 });
    };
    await quiet();
    const release = clawe.hold("silent-1");
    const seen = reports().length;
    await gateway.send(connection, { agentId: "inky", message: "silent-1", idempotencyKey: "silent-1" });
    await turnBegins("silent-1");
    await vi.waitUntil(() => working().slice(seen).filter(Boolean).length > 2, { timeout, interval: 5 });
    expect(working().slice(working().indexOf(true, seen))).not.toContain(false);
    release();
    await quiet();
    // Being alive, or answering a health check, is no work.
    const idle = reports().length;
    expect(await gateway.health(connection)).toEqual({ ready: true });
    await vi.waitUntil(() => reports().length > idle + 1, { timeout });
    expect(working().slice(idle)).not.toContain(true);
  });

  test("refuses a message for a free agent while the agent works, and does not report it idle", async () => {
    const idleReports = () => clawe.received(`/api/t/${tenantId}/squadhub/idle`).length;
    const nudge = (key: string) =>
      gateway.send(connection, { agentId: "inky", message: key, idempotencyKey: key, onlyIfFree: true });
    const release = clawe.hold("silent-2");
    await sendWhenIdle("inky", "silent-2", "silent-2");
    await turnBegins("silent-2");
    const before = idleReports();
    await expect(nudge("nudge-1")).rejects.toMatchObject({ reason: "busy" });
    release();
    await vi.waitFor(() => nudge("nudge-2"), { timeout, interval: 50 });
    await turnBegins("nudge-2");
    expect(clawe.turns().some((turn) => turn.includes("nudge-1"))).toBe(false);
    expect(idleReports()).toBe(before);
  });

  test("writes an agent's Markdown files, and nothing else", async () => {
    const files = { "WORKFLOW.md": "# Work\n", "SOUL.md": "# Soul\n" };
    expect(await gateway.writeFiles(connection, { agentId: "inky", files })).toEqual([
      "WORKFLOW.md",
      "SOUL.md",
    ]);
    expect(await readFile(join(workspaceOf("inky"), "WORKFLOW.md"), "utf8")).toBe("# Work\n");
    const change = { "WORKFLOW.md": null, "SOUL.md": "# Soul 2\n", "NEVER.md": null };
    for (let count = 0; count < 2; count++)
      expect(await gateway.writeFiles(connection, { agentId: "inky", files: change })).toEqual(["SOUL.md"]);
    expect(existsSync(join(workspaceOf("inky"), "WORKFLOW.md"))).toBe(false);
    expect(await readFile(join(workspaceOf("inky"), "SOUL.md"), "utf8")).toBe("# Soul 2\n");

    const refused = { reason: "refused" };
    for (const name of ["../out.md", "/tmp/out.md", "a/b.md", "a\\b.md", "openclaw.json", "x.md\0", ""]) {
      const write = { agentId: "inky", files: { "GOOD.md": "x", [name]: "x" } };
      await expect(gateway.writeFiles(connection, write), name).rejects.toMatchObject(refused);
      const deletion = { agentId: "inky", files: { "SOUL.md": null, [name]: null } };
      await expect(gateway.writeFiles(connection, deletion), name).rejects.toMatchObject(refused);
    }
    const large = { agentId: "inky", files: { "LARGE.md": "x".repeat(64 * 1024 + 1) } };
    await expect(gateway.writeFiles(connection, large)).rejects.toMatchObject(refused);
    await expect(gateway.writeFiles(connection, { agentId: "../inky", files: {} })).rejects.toMatchObject(
      refused,
    );
    expect(existsSync(join(workspaceOf("inky"), "GOOD.md"))).toBe(false);
  });

  test("patches nothing when the config is already as requested", async () => {
    const call: gateway.RpcCall = (method, params) => gateway.rpc(connection, method, params);
    const { agents } = specFor(tenantId, clawe.url);
    const model = { kind: "offline", baseUrl: clawe.modelUrl } as const;
    expect(await gateway.patchConfig(call, (current) => configPatch(current, { agents, model }))).toBe(false);

    const more = [...agents, { id: "scout", name: "Scout", emoji: "🔍" }];
    const change = (current: Record<string, unknown>) => configPatch(current, { agents: more });
    const both = await Promise.all([gateway.patchConfig(call, change), gateway.patchConfig(call, change)]);
    expect(both).toContain(true);
    expect(await gateway.patchConfig(call, change)).toBe(false);
    await sendWhenIdle("scout", "welcome-scout", "welcome-scout");
    await turnBegins("welcome-scout");
  });

  test("gets its own environment, and nothing of the service's", async () => {
    const pids = await markedProcesses(configOf(tenantId));
    expect(pids).not.toEqual([]);
    for (const pid of pids) {
      const environment = await readFile(`/proc/${pid}/environ`, "utf8");
      for (const secret of [gatewayToken, hooksToken, "belongs to the service"]) {
        expect(environment).not.toContain(secret);
      }
    }
    expect((await stat(configOf(tenantId))).mode & 0o777).toBe(0o600);
    expect((await stat(join(world.directory, "squadhubs", tenantId))).mode & 0o777).toBe(0o700);
  });

  test("shows its last log lines without secrets", async () => {
    const evidence = await world.driver.describeService(specFor(tenantId, clawe.url));
    expect(evidence.running).toBe(true);
    expect(evidence.logs.length).toBeGreaterThan(0);
    expect(evidence.logs.length).toBeLessThanOrEqual(50);
    for (const secret of [gatewayToken, squadhubToken, hooksToken]) {
      expect(evidence.logs.join("\n")).not.toContain(secret);
    }
  });

  test("says why it ended when it cannot use its config", async () => {
    const spec = specFor("ten_bad_config", clawe.url);
    const stopped = new Promise((settle) =>
      world.onStopped((event) => event.tenantId === spec.tenantId && settle(event)),
    );
    await mkdir(join(configOf(spec.tenantId), ".."), { recursive: true });
    await writeFile(configOf(spec.tenantId), '{"agents":{"entries":{"NOT AN ID":{"workspace":5}}}}');
    await provision(world, spec);
    expect(await stopped).toMatchObject({ exitCode: 78, reason: expect.stringContaining("configuration") });
    expect(await world.driver.describeService(spec)).toMatchObject({ running: false, exitCode: 78 });
    expect(await world.discovery.resolve(`squadhub-${spec.tenantId}`)).toEqual([]);
    await world.driver.deleteService(spec);
  });

  test("reports an unexpected end, and starts again with the same state", async () => {
    const stopped = new Promise((settle) =>
      world.onStopped((event) => event.tenantId === tenantId && settle(event)),
    );
    const release = clawe.hold("cut off");
    const cutOff = ask("main", "cut off");
    await turnBegins("cut off");
    for (const pid of await markedProcesses(configOf(tenantId))) process.kill(pid, "SIGKILL");
    expect((await cutOff.over).at(-1)).toEqual({ kind: "error", reason: "broken" });
    release();
    expect(await stopped).toMatchObject({ reason: expect.any(String), logs: expect.any(Array) });
    expect(await world.discovery.resolve(`squadhub-${tenantId}`)).toEqual([]);

    await world.driver.startService(specFor(tenantId, clawe.url));
    await world.driver.startService(specFor(tenantId, clawe.url));
    const ready = await clawe.next("/squadhub/ready");
    expect(ready.body.agents).toEqual(["main", "inky", "scout"]);
    const [url] = await world.discovery.resolve(`squadhub-${tenantId}`);
    connection = { ...connection, url: url! };
    const repeated = { agentId: "main", message: "greeting-1", idempotencyKey: "greeting-1" };
    expect(await gateway.send(connection, repeated)).toEqual({ duplicate: true });
  });

  test("does not lose an accepted message, however soon it is killed", async () => {
    const message = "accepted-and-killed";
    await sendWhenIdle("scout", message, message);
    const stopped = new Promise((settle) =>
      world.onStopped((event) => event.tenantId === tenantId && settle(event)),
    );
    for (const pid of await markedProcesses(configOf(tenantId))) process.kill(pid, "SIGKILL");
    await stopped;
    await world.driver.startService(specFor(tenantId, clawe.url));
    await clawe.next("/squadhub/ready");
    const [url] = await world.discovery.resolve(`squadhub-${tenantId}`);
    connection = { ...connection, url: url! };
    await turnBegins(message);
    const repeated = { agentId: "scout", message, idempotencyKey: message };
    expect(await gateway.send(connection, repeated)).toEqual({ duplicate: true });
    await sendWhenIdle("scout", "after-that", "after-that");
    await turnBegins("after-that");
    // A turn that the kill cut off may be begun again; what came later waits for it.
    const order = clawe.turns().filter((turn) => /accepted-and-killed|after-that/.test(turn));
    expect(order.at(-1)).toContain("after-that");
    expect(order.slice(0, -1).every((turn) => turn.includes(message))).toBe(true);
  });

  test("leaves no process and no port when its service is deleted", async () => {
    await sendWhenIdle("main", "run: setsid sleep 300 & exec sleep 300", "children");
    await vi.waitFor(async () => expect(await sleeping(configOf(tenantId))).toBeGreaterThan(0), {
      timeout,
    });
    const spec = specFor(tenantId, clawe.url);
    await world.driver.deleteService(spec);
    expect(await markedProcesses(configOf(tenantId))).toEqual([]);
    await expect(gateway.health(connection)).rejects.toMatchObject({ reason: "unreachable" });
    expect(await world.discovery.resolve(`squadhub-${tenantId}`)).toEqual([]);
    await world.driver.deleteService(spec);

    await world.driver.eraseStorage(spec);
    expect(existsSync(join(world.directory, "squadhubs", tenantId))).toBe(false);
  });

  test("ends with a killed service, and is back with the next one", async () => {
    const spec = specFor("ten_lifeline", clawe.url);
    const directory = await newDirectory();
    onTestFinished(() => removeDirectory(directory));
    const host = join(import.meta.dirname, "squadhub/host.ts");
    const args = ["--conditions=local", host, kind, directory, spec.tenantId, clawe.url];
    const service = spawn(process.execPath, args, { stdio: "inherit" });
    await clawe.next(`${spec.tenantId}/squadhub/ready`);
    const config = configOf(spec.tenantId, directory);
    expect(await markedProcesses(config)).not.toEqual([]);
    service.kill("SIGKILL");
    await once(service, "exit");
    await vi.waitFor(async () => expect(await markedProcesses(config)).toEqual([]), { timeout: 20_000 });

    const successor = await openWorld({ kind, directory, modelUrl: clawe.modelUrl });
    onTestFinished(() => successor.close());
    await successor.resume();
    await clawe.next(`${spec.tenantId}/squadhub/ready`);
    expect(await successor.discovery.resolve(`squadhub-${spec.tenantId}`)).toHaveLength(1);
    await successor.close();
    expect(await markedProcesses(config)).toEqual([]);
  });
});

/** How many processes of this gateway are a `sleep` that an agent has started. */
async function sleeping(config: string): Promise<number> {
  const pids = await markedProcesses(config);
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")),
  );
  return commands.filter((command) => command.trim() === "sleep").length;
}
