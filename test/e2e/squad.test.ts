// A squad that changes: its gateway follows, files are delivered and downloaded, and a deleted workspace leaves nothing.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../client/index.ts";
import { isOver, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { aCloud, cliBundle, type TestCloud } from "../support/cloud.ts";

let world: TestCloud;
let ada: Visitor;
let directory: string;

beforeAll(async () => {
  world = await aCloud();
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  directory = await mkdtemp(join(tmpdir(), "clawe-squad-"));
});
afterAll(async () => {
  await world.close();
  await rm(directory, { recursive: true });
});

async function aWorkspace(name: string, squad: "clawe" | "butler") {
  const { accountId } = (await answer(ada.api.GET("/me"))).accounts[0]!;
  const { tenant } = await answer(
    ada.api.POST("/accounts/{accountId}/tenants", {
      params: { path: { accountId } },
      body: { name, squad },
    }),
  );
  const path = { tenantId: tenant.tenantId };
  const page = await ada.watch(tenant.tenantId);
  await page.until("the workspace to open", async () => {
    const seen = await answer(ada.api.GET("/t/{tenantId}", { params: { path } }));
    return seen.status === "active" ? seen : undefined;
  });
  const token = (await world.cloud.secrets.read(tenant.tenantId))?.squadhubToken ?? "";
  const clawe = async (...args: string[]) => {
    const env = { CLAWE_URL: world.cloud.url, SQUADHUB_TOKEN: token, PATH: process.env.PATH };
    const { stdout } = await promisify(execFile)(process.execPath, [cliBundle, ...args], { env });
    return stdout.trim();
  };
  const state = join(world.cloud.directory, "squadhubs", tenant.tenantId, "state");
  return { path, page, clawe, workspaceOf: (agent: string) => join(state, "workspaces", agent) };
}

test("a workspace begins with the chosen squad, and its gateway follows new agents and the business context", async () => {
  const { clawe, workspaceOf, page, path } = await aWorkspace("butlers", "butler");
  expect(await clawe("squad")).toMatch(/^main 🎩 Butler, Chief of Staff: .*\nscout .*\nwriter /);
  expect(existsSync(join(workspaceOf("writer"), "BOOTSTRAP.md"))).toBe(true);
  await writeFile(join(workspaceOf("writer"), "MEMORY.md"), "Mine");

  expect(await clawe("agent:register", "Grace", "Analyst", "grace", "--emoji", "📊")).toBe(
    "Registered grace 📊 Grace, Analyst",
  );
  await world.cloud.settled();
  expect(existsSync(join(workspaceOf("grace"), "MEMORY.md"))).toBe(true);
  expect(await readFile(join(workspaceOf("writer"), "AGENTS.md"), "utf8")).toContain(
    "| `grace` | Grace | Analyst | 📊 |",
  );

  await clawe("notify", "grace", "Welcome", "--from", "main");
  await page.until("the new agent to hear it", async () => {
    const { items } = await answer(
      ada.api.GET("/t/{tenantId}/agents/{agentId}/notifications", {
        params: { path: { ...path, agentId: "grace" } },
      }),
    );
    return items[0]?.status === "delivered" ? true : undefined;
  });

  await clawe("business:set", "https://acme.example", "--name", "Acme", "--approve");
  await world.cloud.settled();
  for (const agent of ["main", "scout", "writer", "grace"])
    expect(existsSync(join(workspaceOf(agent), "BOOTSTRAP.md")), agent).toBe(false);
  expect(await readFile(join(workspaceOf("writer"), "MEMORY.md"), "utf8")).toBe("Mine");
  expect(world.problems).toEqual([]);
  page.close();
});

test("an agent delivers a file that a person can download, and the file is erased with the workspace", async () => {
  const { clawe, path, page } = await aWorkspace("deliveries", "clawe");
  const taskId = /tsk_\w+/.exec(await clawe("task:create", "Logo"))?.[0] ?? "";
  const file = join(directory, "logo.png");
  await writeFile(file, Buffer.alloc(300_000, 7));
  expect(await clawe("deliver", taskId, file, "The logo", "--by", "pixel")).toMatch(
    /^Delivered doc_\w+ The logo/,
  );
  expect(await clawe("deliverables", taskId)).toMatch(
    /^doc_\w+ deliverable The logo \(logo.png, 293 KB\) by Pixel/,
  );

  const { items } = await answer(
    ada.api.GET("/t/{tenantId}/documents", { params: { path, query: { taskId } } }),
  );
  const { url } = await answer(
    ada.api.GET("/t/{tenantId}/documents/{documentId}/file", {
      params: { path: { ...path, documentId: items[0]!.documentId } },
    }),
  );
  expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(300_000);
  expect(await readdir(join(world.cloud.directory, "objects"))).toContain(path.tenantId);

  const run = await answer(ada.api.POST("/t/{tenantId}/deprovision", { params: { path } }));
  await page.until("the end of the workspace", async () => {
    const seen = await ada.api.GET("/t/{tenantId}/runs/{runId}", {
      params: { path: { ...path, runId: run.runId } },
    });
    return !seen.data || isOver(seen.data) ? true : undefined;
  });
  await world.cloud.workflows.idle();
  expect(await readdir(join(world.cloud.directory, "objects"))).not.toContain(path.tenantId);
  expect((await fetch(url)).status).toBe(404);
  page.close();
});
