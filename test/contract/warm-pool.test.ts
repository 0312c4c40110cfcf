// Gateways that were started ahead: each serves one tenant, and the unclaimed ones leave nothing. With CLAWE_TEST_OPENCLAW
// set to a directory where it is or may be installed, a real OpenClaw is handed over too.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import * as gateway from "../../core/squadhub/client.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import type { SquadhubSpec } from "../../platform/types/squadhubs.ts";
import { type ClaweServer, startClawe } from "./squadhub/clawe-server.ts";
import {
  type Kind,
  kinds,
  newDirectory,
  openWorld,
  provision,
  removeDirectory,
  secretsOf,
  specFor,
  type World,
} from "./squadhub/world.ts";

let clawe: ClaweServer;
beforeAll(async () => {
  clawe = await startClawe();
});
afterAll(() => clawe.close());

/** A service with `warm` gateways ready. */
async function aWorld(warm: number, kind: Kind = "stub"): Promise<World> {
  const directory = await newDirectory();
  const world = await openWorld({ kind, directory, modelUrl: clawe.modelUrl, warm });
  onTestFinished(async () => {
    await world.close();
    await removeDirectory(directory);
  });
  await world.resume();
  await world.pool.full();
  return world;
}

/** Claims a gateway, and makes its tokens the tenant's, as the secret step does. */
async function claim(world: World, spec: SquadhubSpec) {
  const claimed = await world.pool.claim(spec);
  await world.secrets.create(spec.tenantId, { ...secretsOf(spec.tenantId), ...claimed });
  return claimed;
}

const squadhubsOf = ({ directory }: World) => join(directory, "squadhubs");
const directories = (world: World) => readdir(squadhubsOf(world));
const configOf = (world: World, name: string) => join(squadhubsOf(world), name, "state", "openclaw.json");
const processesOf = (world: World, name: string) => markedProcesses(configOf(world, name));
const urlOf = async (world: World, { tenantId }: SquadhubSpec) =>
  (await world.discovery.resolve(`squadhub-${tenantId}`))[0];

describe.each(kinds)("a gateway of kind %s that was started ahead", (kind) => {
  vi.setConfig({ testTimeout: kind === "stub" ? 30_000 : 400_000 });

  test("becomes a tenant's own, once, with its tokens, directory and clawe command", async () => {
    const world = await aWorld(1, kind);
    const [name] = await directories(world);
    const spec = specFor(`ten_warm_${kind}`, clawe.url);
    const claimed = await claim(world, spec);
    expect(claimed).toEqual({ gatewayToken: expect.any(String), hooksToken: expect.any(String) });

    const { gateway: settings } = JSON.parse(await readFile(configOf(world, name!), "utf8"));
    await provision(world, spec);
    const ready = await clawe.next(`${spec.tenantId}/squadhub/ready`);
    const { squadhubToken } = secretsOf(spec.tenantId);
    expect(ready.authorization).toBe(`Bearer ${squadhubToken}`);
    expect(ready.body.agents).toEqual(["main", "inky"]);
    expect(await clawe.next(`${spec.tenantId}/squadhub/liveness`)).toMatchObject({
      body: { bootId: ready.body.bootId },
    });

    // The gateway that was ready: another start would have another port.
    const url = (await urlOf(world, spec))!;
    expect(url).toBe(`http://127.0.0.1:${settings.port}`);
    const connection = { url, token: claimed!.gatewayToken };
    expect(await gateway.prove(connection)).toBe(true);
    const message = { agentId: "inky", message: "run: clawe tasks x", idempotencyKey: "1" };
    await gateway.send(connection, message);
    const call = await clawe.next("/cli");
    expect(call.authorization).toBe(`Bearer ${squadhubToken}`);
    expect(call.body.directory).toBe(join(squadhubsOf(world), name!, "state/workspaces/inky"));

    const adopt = (token: string, body: object) =>
      fetch(`${url}/clawe/adopt`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const other = { claweUrl: clawe.url, squadhubToken: secretsOf("ten_other").squadhubToken };
    expect((await adopt(connection.token, other)).status).toBe(409);
    expect((await adopt("a stranger's", other)).status).toBe(401);

    const evidence = await world.driver.describeService(spec);
    expect(evidence).toMatchObject({ running: true, logs: expect.arrayContaining([expect.any(String)]) });
    await world.driver.deleteService(spec);
    expect(await processesOf(world, name!)).toEqual([]);
    await world.driver.eraseStorage(spec);
    expect(existsSync(join(squadhubsOf(world), name!))).toBe(false);
  });

  test("names the invalid field of a tenant, and accepts the next one", async () => {
    const world = await aWorld(1, kind);
    const [name] = await directories(world);
    const { gateway: settings } = JSON.parse(await readFile(configOf(world, name!), "utf8"));
    const adopt = async (body: object) => {
      const response = await fetch(`http://127.0.0.1:${settings.port}/clawe/adopt`, {
        method: "POST",
        headers: { authorization: `Bearer ${settings.auth.token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    };
    const { squadhubToken } = secretsOf("ten_wrong");
    const refused = (field: string) => ({ status: 400, text: expect.stringContaining(field) });
    expect(await adopt({ claweUrl: "file:///etc", squadhubToken })).toEqual(refused("claweUrl"));
    expect(await adopt({ claweUrl: clawe.url, squadhubToken: "none" })).toEqual(refused("squadhubToken"));
    expect(await adopt({ claweUrl: clawe.url })).toEqual(refused("squadhubToken"));
    expect((await adopt({ claweUrl: clawe.url, squadhubToken })).status).toBe(200);
  });
});

test("gives a gateway to one of two concurrent claims, and again to the same tenant", async () => {
  const world = await aWorld(1);
  const specs = ["ten_first", "ten_second"].map((tenantId) => specFor(tenantId, clawe.url));
  const claims = await Promise.all(specs.map((spec) => world.pool.claim(spec)));
  expect(claims.filter((each) => each !== undefined)).toHaveLength(1);
  const winner = specs[claims.findIndex((each) => each !== undefined)]!;
  expect(await world.pool.claim(winner)).toEqual(claims.find((each) => each !== undefined));
});

test("starts the next gateway with other tokens in another directory", async () => {
  const world = await aWorld(1);
  const one = await world.pool.claim(specFor("ten_one", clawe.url));
  await world.pool.full();
  const other = await world.pool.claim(specFor("ten_two", clawe.url));
  await world.pool.full();
  const tokens = [one, other].flatMap((claimed) => Object.values(claimed ?? {}));
  expect(new Set(tokens).size).toBe(4);
  expect(new Set(await directories(world)).size).toBe(3);
});

test("gives no gateway of another size, or with an agent that the squad does not have", async () => {
  const world = await aWorld(1);
  const spec = specFor("ten_other", clawe.url);
  expect(await world.pool.claim({ ...spec, size: { cpu: 1, memory: 4 } })).toBeUndefined();
  expect(await world.pool.claim({ ...spec, agents: spec.agents.slice(1) })).toBeUndefined();
  const more = [...spec.agents, { id: "writer", name: "Writer", emoji: "✍️" }];
  expect(await world.pool.claim({ ...spec, agents: more })).toBeDefined();
});

test("replaces a gateway that has died unclaimed", async () => {
  const world = await aWorld(1);
  const [dead] = await directories(world);
  for (const pid of await processesOf(world, dead!)) process.kill(pid, "SIGKILL");
  await vi.waitFor(async () => expect(await directories(world)).not.toContain(dead), { timeout: 10_000 });
  await world.pool.full();
  const [fresh] = await directories(world);
  expect(fresh).not.toBe(dead);
  expect(await world.pool.claim(specFor("ten_after", clawe.url))).toBeDefined();
  expect(await processesOf(world, fresh!)).not.toEqual([]);
});

test("starts a claimed gateway again that died before its start, as the tenant's own", async () => {
  const world = await aWorld(1);
  const [name] = await directories(world);
  const spec = specFor("ten_unlucky", clawe.url);
  const claimed = await claim(world, spec);
  for (const pid of await processesOf(world, name!)) process.kill(pid, "SIGKILL");
  await vi.waitFor(async () => expect(await processesOf(world, name!)).toEqual([]));
  await provision(world, spec);
  await clawe.next(`${spec.tenantId}/squadhub/ready`);
  const connection = { url: (await urlOf(world, spec))!, token: claimed!.gatewayToken };
  expect(await gateway.prove(connection)).toBe(true);
  expect(await processesOf(world, name!)).not.toEqual([]);
});

test("erases a released claim, and never gives it out again", async () => {
  const world = await aWorld(1);
  const [name] = await directories(world);
  const spec = specFor("ten_released", clawe.url);
  const first = await world.pool.claim(spec);
  await world.pool.full();
  await world.pool.release(spec);
  await world.pool.release(spec);
  expect(await directories(world)).not.toContain(name);
  expect(await processesOf(world, name!)).toEqual([]);
  expect(await world.pool.claim(spec)).not.toEqual(first);
});

test("keeps a tenant's own storage on release", async () => {
  const world = await aWorld(1);
  const spec = { ...specFor("ten_cold", clawe.url), size: { cpu: 4, memory: 8 } };
  expect(await claim(world, spec)).toBeUndefined();
  await provision(world, spec);
  await clawe.next(`${spec.tenantId}/squadhub/ready`);
  await world.pool.release(spec);
  expect(await directories(world)).toContain(spec.tenantId);
  expect(await urlOf(world, spec)).toBeDefined();
});

test("after a kill, the next service has the claimed gateways back, and none of the unclaimed", async () => {
  const directory = await newDirectory();
  onTestFinished(() => removeDirectory(directory));
  const [started, onlyClaimed] = ["ten_started", "ten_only_claimed"];
  const host = join(import.meta.dirname, "squadhub/host.ts");
  const args = ["--conditions=local", host, "stub", directory, started, clawe.url, onlyClaimed];
  const service = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const names = JSON.parse((await once(service.stdout, "data")).toString());
  await clawe.next(`${started}/squadhub/ready`);
  service.kill("SIGKILL");
  await once(service, "exit");

  const successor = await openWorld({ kind: "stub", directory, modelUrl: clawe.modelUrl, warm: 1 });
  onTestFinished(() => successor.close());
  await successor.resume();
  await clawe.next(`${started}/squadhub/ready`);
  expect(await processesOf(successor, names.started)).not.toEqual([]);
  const ofTenant = await successor.secrets.read(started);
  const connection = { url: (await urlOf(successor, specFor(started, clawe.url)))! };
  expect(await gateway.prove({ ...connection, token: ofTenant!.gatewayToken })).toBe(true);

  await successor.pool.full();
  const now = await directories(successor);
  expect(now).toHaveLength(3);
  expect(now).toEqual(expect.arrayContaining([names.started, names.onlyClaimed]));
  expect(now).not.toContain(names.idle);
  expect(await processesOf(successor, names.idle)).toEqual([]);
  // Its run is resumed or undone: both find the claimed gateway.
  const spec = specFor(onlyClaimed, clawe.url);
  await provision(successor, spec);
  await clawe.next(`${onlyClaimed}/squadhub/ready`);
  expect(await processesOf(successor, names.onlyClaimed)).not.toEqual([]);
  expect(await directories(successor)).toHaveLength(3);
  await successor.close();

  const without = await openWorld({ kind: "stub", directory, modelUrl: clawe.modelUrl, warm: 0 });
  onTestFinished(() => without.close());
  await without.resume();
  expect((await directories(without)).toSorted()).toEqual([names.started, names.onlyClaimed].toSorted());
});

test("a service that stops erases its unclaimed gateways", async () => {
  const world = await aWorld(2);
  const names = await directories(world);
  await claim(world, specFor("ten_stays", clawe.url));
  await world.stopAll();
  const left = await directories(world);
  expect(left).toHaveLength(1);
  expect(names).toContain(left[0]);
  for (const name of names) expect(await processesOf(world, name)).toEqual([]);
});
