// A workspace is backed up, upgraded and restored. If one of these fails, it is rolled back automatically.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answer, type Schemas } from "../../client/index.ts";
import { as } from "../../core/actor/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { takeInventory } from "../../local/demo/inventory.ts";
import { isOver, signUp, type Visitor } from "../../local/demo/visitor.ts";
import type { GatewayRuntime } from "../../local/squadhub/gateway-command.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";

const stub = resolve("local/stub/main.ts");
const runtimeOf = (entry: string): GatewayRuntime => ({
  kind: "stub",
  command: process.execPath,
  args: [entry],
});

let scripts: string;
let world: TestCloud;
let ada: Visitor;
let tenantId: string;
let path: { params: { path: { tenantId: string } } };
/** The version that is registered and started from now on. */
let release: { runtime: GatewayRuntime; image: string };

beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), "clawe-gateways-"));
  release = { runtime: runtimeOf(stub), image: "first" };
  world = await aCloud({ runtime: async () => release.runtime, image: () => release.image });
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  tenantId = await aWorkspace("revertible");
  path = { params: { path: { tenantId } } };
});
afterEach(() => world.cloud.failAt(undefined));
afterAll(async () => {
  await world.close();
  await rm(scripts, { recursive: true, force: true });
});

async function aWorkspace(name: string): Promise<string> {
  const { tenant, run } = await ada.createTenant(name);
  expect(await ended(run)).toMatchObject({ status: "succeeded" });
  return tenant.tenantId;
}

/** Releases another version of the gateway, which first changes its files. */
async function aVersion(image: string, { works }: { works: boolean }): Promise<void> {
  const entry = join(scripts, `${image}.mjs`);
  await writeFile(
    entry,
    `import { writeFileSync } from "node:fs";
     writeFileSync(process.env.OPENCLAW_STATE_DIR + "/memory.sqlite", "migrated by ${image}");
     ${works ? `await import(${JSON.stringify(stub)});` : "process.exit(1);"}`,
  );
  release = { runtime: runtimeOf(entry), image };
}

/** Waits until the run has ended and all its consequences have settled. */
async function ended({ tenantId, runId }: { tenantId: string; runId: string }): Promise<Schemas["Run"]> {
  const page = await ada.watch(tenantId);
  const ends = async () => {
    const params = { path: { tenantId, runId } };
    const seen = await answer(ada.api.GET("/t/{tenantId}/runs/{runId}", { params }));
    return isOver(seen) ? seen : undefined;
  };
  // One run starts gateways up to three times.
  const run = await page.until("the run to end", ends, 120_000);
  page.close();
  await world.cloud.workflows.idle();
  await world.cloud.settled();
  return run;
}

const status = async () => (await answer(ada.api.GET("/t/{tenantId}", path))).status;
const squadhub = () => answer(ada.api.GET("/t/{tenantId}/squadhub", path));
const backups = async () => (await answer(ada.api.GET("/t/{tenantId}/backups", path))).items;
const address = async () => (await world.cloud.squadhubs.discovery.resolve(`squadhub-${tenantId}`))[0];
const secrets = async () => (await world.cloud.secrets.read(tenantId))!;
const ask = (workflow: "backup" | "upgrade" | "sleep" | "wake" | "deprovision") =>
  answer(ada.api.POST(`/t/{tenantId}/${workflow}`, path));
const restore = (backupId: string) =>
  answer(ada.api.POST("/t/{tenantId}/restore", { ...path, body: { backupId } }));

const file = (name: string) => join(world.cloud.directory, "squadhubs", tenantId, "state", name);
const memory = () => readFile(file("memory.sqlite"), "utf8");
const remember = (what: string) => writeFile(file("memory.sqlite"), what);

const notify = (content: string) =>
  answer(ada.api.POST("/t/{tenantId}/notifications", { ...path, body: { agentId: "inky", content } }));

/** Waits until the squadhub that runs now has the message. */
async function reaches(content: string): Promise<void> {
  const page = await ada.watch(tenantId);
  const { notificationId } = await page.until(`“${content}” to be delivered`, async () => {
    const params = { path: { tenantId, agentId: "inky" } };
    const { items } = await answer(ada.api.GET("/t/{tenantId}/agents/{agentId}/notifications", { params }));
    return items.find((each) => each.content === content && each.status === "delivered");
  });
  page.close();
  expect(await readFile(file("clawe-messages.json"), "utf8")).toContain(notificationId);
}

/** The status with which the gateway answers a caller with this token. */
async function statusFor(token: string): Promise<number> {
  const response = await fetch(`${await address()}/api/v1/admin/rpc`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ method: "config.get", params: {} }),
  });
  await response.body?.cancel();
  return response.status;
}

describe("a backup", () => {
  test("stops a running workspace, saves its files, and starts it again", async () => {
    await remember("one");
    const before = await address();
    const run = await ask("backup");
    expect(await status()).toBe("maintenance");
    await notify("written meanwhile");
    expect(await ended(run)).toMatchObject({ workflow: "backup", status: "succeeded" });
    expect(await status()).toBe("active");
    expect(await address()).not.toBe(before);
    expect(await backups()).toMatchObject([{ why: "asked", revision: 1, version: "stub" }]);
    await reaches("written meanwhile");
  });

  test("wakes a sleeping workspace only if something arrived meanwhile", async () => {
    await ended(await ask("sleep"));
    expect(await ended(await ask("backup"))).toMatchObject({
      workflow: "backupAtRest",
      status: "succeeded",
    });
    expect(await status()).toBe("sleeping");
    const run = await ask("backup");
    await notify("now wake up");
    expect(await ended(run)).toMatchObject({ status: "succeeded" });
    await reaches("now wake up");
    expect(await status()).toBe("active");
  });

  test("leaves the workspace as it was when it fails", async () => {
    const known = await backups();
    world.cloud.failAt("BackUpStorage", "backup");
    const run = await ended(await ask("backup"));
    expect(run).toMatchObject({ status: "failed", error: { stage: "BackUpStorage" } });
    expect(run.stages.find(({ name }) => name === "StopService")?.status).toBe("undone");
    expect(await status()).toBe("active");
    await notify("still here");
    await reaches("still here");
    // The backup was complete before the step was made to fail.
    expect(await backups()).toHaveLength(known.length + 1);
  });

  test("replaces the oldest of five when it is complete", async () => {
    for (let more = 0; more < 3; more++) await ended(await ask("backup"));
    const all = await backups();
    expect(all).toHaveLength(5);
    const ids = all.map(({ backupId }) => backupId);
    expect(ids).toEqual(ids.toSorted().toReversed());
    const kept: string[] = [];
    for await (const [key] of world.cloud.engine.store.list(`object~t/${tenantId}/backups/`))
      kept.push(key.split("/").at(-1)!);
    expect(kept.toSorted().toReversed()).toEqual(ids);
  });
});

describe("an upgrade", () => {
  test("brings the next revision and keeps the board and the files", async () => {
    await answer(ada.api.POST("/t/{tenantId}/tasks", { ...path, body: { title: "Remember me" } }));
    await writeFile(file("notes.md"), "kept");
    expect(await squadhub()).toMatchObject({ revision: 1, isOutdated: false });
    await aVersion("second", { works: true });
    expect(await squadhub()).toMatchObject({ isOutdated: true });

    const run = await ask("upgrade");
    await notify("to the new one");
    expect(await ended(run)).toMatchObject({ workflow: "upgrade", status: "succeeded" });
    expect(await status()).toBe("active");
    expect(await squadhub()).toMatchObject({ revision: 2, isOutdated: false, ready: true });
    expect(await memory()).toBe("migrated by second");
    expect(await readFile(file("notes.md"), "utf8")).toBe("kept");
    const { items } = await answer(ada.api.GET("/t/{tenantId}/tasks", path));
    expect(items.map(({ title }) => title)).toContain("Remember me");
    expect((await backups())[0]).toMatchObject({ why: "upgrade", revision: 1 });
    await reaches("to the new one");
    expect(await definitions()).toEqual(["2"]);
  });

  test.each(["BackUpStorage", "RegisterDefinition", "StartService", "Activate"] as const)(
    "goes back to the previous version when it fails at %s",
    async (step) => {
      const before = await squadhub();
      await remember("before");
      await aVersion(`third-${step}`, { works: true });
      world.cloud.failAt(step, "upgrade");
      const run = await ask("upgrade");
      await notify(`during ${step}`);
      const failed = await ended(run);
      expect(failed).toMatchObject({ status: "failed", error: { stage: step } });
      await expectUnchanged(before);
      // The previous version is started again, and changes its file as at each start.
      expect(await memory()).toBe("migrated by second");
      await reaches(`during ${step}`);
    },
  );

  test("goes back with unchanged files when the new version never becomes ready", async () => {
    const before = await squadhub();
    await writeFile(file("notes.md"), "before");
    const entry = join(scripts, "broken.mjs");
    await writeFile(
      entry,
      `import { writeFileSync } from "node:fs";
       writeFileSync(process.env.OPENCLAW_STATE_DIR + "/notes.md", "ruined");
       process.exit(1);`,
    );
    release = { runtime: runtimeOf(entry), image: "broken" };
    const run = await ask("upgrade");
    await notify("to whoever is there");
    const failed = await ended(run);
    expect(failed).toMatchObject({ status: "failed", error: { code: "service_stopped" } });
    expect(failed.error?.message).toContain("goes back to its previous version");
    await expectUnchanged(before);
    expect(await readFile(file("notes.md"), "utf8")).toBe("before");
    await reaches("to whoever is there");
    const { evidence } = await as({ type: "system", tenantId }, () => Run.read(run.runId));
    expect(evidence?.exitCode).toBe(1);
  });

  test("leaves a sleeping workspace asleep when the new version does not start", async () => {
    await ended(await ask("sleep"));
    expect(await ended(await ask("upgrade"))).toMatchObject({ status: "failed" });
    expect(await status()).toBe("sleeping");
    await aVersion("fourth", { works: true });
    expect(await ended(await ask("upgrade"))).toMatchObject({ status: "succeeded" });
    expect(await status()).toBe("active");
  });

  test("also goes back when it is aborted and its catch never runs", async () => {
    const before = await squadhub();
    const run = await ask("upgrade");
    const page = await ada.watch(tenantId);
    await page.until("the start to begin", async () => {
      const params = { path: { tenantId, runId: run.runId } };
      const { stages } = await answer(ada.api.GET("/t/{tenantId}/runs/{runId}", { params }));
      return stages.some(({ name, status }) => name === "StartService" && status !== "pending") || undefined;
    });
    page.close();
    await world.cloud.workflows.abort(run.runId);
    expect(await ended(run)).toMatchObject({ status: "failed" });
    await expectUnchanged(before);
    await notify("after the abort");
    await reaches("after the abort");
  });

  async function expectUnchanged({ revision }: Schemas["Squadhub"]): Promise<void> {
    expect(await status()).toBe("active");
    expect(await squadhub()).toMatchObject({ revision, ready: true });
    expect(await definitions()).toEqual([String(revision)]);
    const item = await as({ type: "system", tenantId }, Squadhub.find);
    expect(item?.before).toBeUndefined();
    expect(item?.resources.definition).toBe(`definition-${tenantId}:${revision}`);
  }

  const definitions = async () =>
    Object.keys((await world.cloud.engine.store.get<object>(`squadhub~definition~${tenantId}`)) ?? {});
});

describe("a restore", () => {
  let backupId: string;
  beforeAll(async () => {
    release = { runtime: runtimeOf(stub), image: "fifth" };
    await ended(await ask("upgrade"));
  });

  test("brings back a changed file and changes the gateway's keys", async () => {
    await remember("then");
    await ended(await ask("backup"));
    backupId = (await backups())[0]!.backupId;
    await remember("now");
    const before = await secrets();
    expect(await statusFor(before.gatewayToken)).toBe(200);

    const run = await restore(backupId);
    await notify("to the restored");
    expect(await ended(run)).toMatchObject({ workflow: "restore", status: "succeeded" });
    expect(await status()).toBe("active");
    expect(await memory()).toBe("then");
    const after = await secrets();
    expect(after.gatewayToken).not.toBe(before.gatewayToken);
    expect(after.hooksToken).not.toBe(before.hooksToken);
    expect(after.squadhubToken).toBe(before.squadhubToken);
    expect(await statusFor(before.gatewayToken)).toBe(401);
    expect(await statusFor(after.gatewayToken)).toBe(200);
    expect(await readFile(file("openclaw.json"), "utf8")).not.toContain(before.gatewayToken);
    expect((await backups())[0]).toMatchObject({ why: "restore" });
    await reaches("to the restored");
  });

  test.each(["RestoreStorage", "RotateTokens", "WaitForReady", "ConfigureSquadhub"] as const)(
    "puts files and keys back when it fails at %s",
    async (step) => {
      await remember("present");
      const before = await secrets();
      world.cloud.failAt(step, "restore");
      const run = await ended(await restore(backupId));
      expect(run).toMatchObject({ status: "failed", error: { stage: step } });
      expect(await status()).toBe("active");
      expect(await memory()).toBe("present");
      expect(await secrets()).toEqual(before);
      expect(await statusFor(before.gatewayToken)).toBe(200);
    },
  );

  test("can use the oldest backup, although the restore itself makes another", async () => {
    const oldest = (await backups()).at(-1)!.backupId;
    expect(await ended(await restore(oldest))).toMatchObject({ status: "succeeded" });
    expect((await backups()).map((each) => each.backupId)).toContain(oldest);
  });

  test("is refused for a backup that does not exist", async () => {
    const missing = `bak_${"0".repeat(26)}`;
    await expect(restore(missing)).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await status()).toBe("active");
  });
});

test("a deleted workspace leaves no backup", async () => {
  expect(await backups()).not.toEqual([]);
  const { runId } = await ask("deprovision");
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  expect((await as({ type: "system", tenantId }, () => Run.read(runId))).status).toBe("succeeded");
  const left = [...(await takeInventory(world.cloud))].filter((line) => line.includes(tenantId));
  expect(left).toEqual([]);
  for await (const [key] of world.cloud.engine.store.list("object~")) expect(key).not.toContain(tenantId);
});
