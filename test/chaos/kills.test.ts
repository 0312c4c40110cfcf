// Fifty times the whole service is killed at a moment of the seed's choice, in the middle of mixed work, and started
// again at once. In the end every promise holds: what was acknowledged is there once, what was not at most once, agents
// have heard everything in order, every run has ended, and workspaces that are taken down leave nothing.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApiClient, Schemas } from "../../client/index.ts";
import { type Inventory, leftSince } from "../../local/demo/inventory.ts";
import { signUp, type Visitor } from "../../local/demo/visitor.ts";
import { seeded } from "../support/seeded.ts";
import { aVictim, type Victim } from "./victim.ts";

const KILLS = 50;
const WORKSPACES = 3;
const AGENTS = ["main", "inky", "pixel", "scout"];
vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

const random = seeded("kills");
let victim: Victim;
let ada: Visitor;
let before: Inventory;
let working = true;

beforeAll(async () => {
  victim = await aVictim();
  const outbox = { list: () => victim.ask.mails() };
  ada = await signUp({ url: victim.url, outbox }, { name: "Ada", email: "ada@example.com" });
  before = await victim.ask.inventory();
});
afterAll(() => victim.close());

/** What became of a request: the service said so, or may have died in between. */
type Outcome = "acknowledged" | "unknown" | "refused";

/** Sends a request until it is answered, always under the same key. */
async function insist(
  send: (header: {
    "Idempotency-Key": string;
  }) => Promise<{ response: Response; error?: Schemas["Problem"] }>,
): Promise<Outcome> {
  const header = { "Idempotency-Key": randomUUID() };
  for (;;) {
    const answer = await send(header).catch(() => undefined);
    if (answer && answer.response.status < 300) return "acknowledged";
    if (answer?.error?.code === "conflict") {
      // It took effect, and the answer was lost; or the first try holds its lease, and may have had no effect.
      if (/took effect/.test(answer.error.detail)) return "acknowledged";
      return answer.response.headers.has("retry-after") ? "unknown" : "refused";
    }
    if (answer?.response.status === 401) throw new Error("Another service answers");
    if (answer && answer.response.status < 500) return "refused";
    await delay(50);
  }
}

interface Workspace {
  tenantId: string;
  tasks: Map<string, Outcome>;
  /** What each agent was told, in order. */
  told: Map<string, { content: string; outcome: Outcome }[]>;
}

/** Reads until the service answers. */
async function read<T>(send: (api: ApiClient) => Promise<{ data?: T; response: Response }>): Promise<T> {
  for (;;) {
    const answer = await send(ada.api).catch(() => undefined);
    if (answer?.data !== undefined) return answer.data;
    if (answer && answer.response.status < 500)
      throw new Error(`${answer.response.url} answered ${answer.response.status}`);
    await delay(50);
  }
}

const pathOf = (tenantId: string) => ({ path: { tenantId } });

async function aWorkspace(name: string): Promise<string> {
  const { accountId } = ada;
  await insist((header) =>
    ada.api.POST("/accounts/{accountId}/tenants", {
      params: { path: { accountId }, header },
      body: { name },
    }),
  );
  for (;;) {
    const { items } = await read((api) =>
      api.GET("/accounts/{accountId}/tenants", { params: { path: { accountId }, query: { limit: 100 } } }),
    );
    const made = items.find((tenant) => tenant.name === name);
    if (made) return made.tenantId;
    // The first try had no effect, and holds its lease.
    await insist((header) =>
      ada.api.POST("/accounts/{accountId}/tenants", {
        params: { path: { accountId }, header },
        body: { name },
      }),
    );
  }
}

async function status(tenantId: string): Promise<string> {
  return (await read((api) => api.GET("/t/{tenantId}", { params: pathOf(tenantId) }))).status;
}

/** Works the board of one workspace, one thing after another. */
async function work(workspace: Workspace): Promise<void> {
  const { tenantId, tasks, told } = workspace;
  const { path } = pathOf(tenantId);
  for (let number = 0; working; number++) {
    const agentId = random.pick(AGENTS);
    const kind = random.pick([
      "task",
      "task",
      "notify",
      "notify",
      "notify",
      "sleep",
      "restart",
      "open",
    ] as const);
    if (kind === "task") {
      const title = `task ${number}`;
      tasks.set(
        title,
        await insist((header) =>
          ada.api.POST("/t/{tenantId}/tasks", { params: { path, header }, body: { title } }),
        ),
      );
    } else if (kind === "notify") {
      const content = `${agentId} ${number}`;
      const outcome = await insist((header) =>
        ada.api.POST("/t/{tenantId}/notifications", { params: { path, header }, body: { agentId, content } }),
      );
      told.set(agentId, [...(told.get(agentId) ?? []), { content, outcome }]);
    } else if (kind === "open") await insist(() => ada.api.POST("/t/{tenantId}/open", { params: { path } }));
    else await insist((header) => ada.api.POST(`/t/{tenantId}/${kind}`, { params: { path, header } }));
    await delay(random.below(120));
  }
}

/** Makes workspaces and takes them down, as soon as they stand. */
async function churn(): Promise<void> {
  for (let number = 0; working; number++) {
    const tenantId = await aWorkspace(`brief-${number}`);
    while (working && (await status(tenantId)) === "provisioning") await delay(100);
    const { path } = pathOf(tenantId);
    await insist((header) => ada.api.POST("/t/{tenantId}/deprovision", { params: { path, header } }));
  }
}

/** A routine for each of the next minutes: each is to fire once, whatever happens then. */
async function routines(tenantId: string): Promise<string[]> {
  const titles: string[] = [];
  for (let ahead = 1; ahead <= 2; ahead++) {
    const at = new Date(Date.now() + ahead * 60_000);
    const title = `routine ${ahead}`;
    await insist((header) =>
      ada.api.POST("/t/{tenantId}/routines", {
        params: { ...pathOf(tenantId), header },
        body: {
          title,
          schedule: { daysOfWeek: [at.getUTCDay()], hour: at.getUTCHours(), minute: at.getUTCMinutes() },
        },
      }),
    );
    titles.push(title);
  }
  return titles;
}

test("keeps every guarantee through fifty kills in the middle of mixed work", async () => {
  const workspaces: Workspace[] = [];
  for (let number = 0; number < WORKSPACES; number++)
    workspaces.push({ tenantId: await aWorkspace(`steady-${number}`), tasks: new Map(), told: new Map() });
  await victim.ask.idle();
  const timed = await Promise.all(workspaces.map(({ tenantId }) => routines(tenantId)));

  const workers = [...workspaces.map((workspace) => work(workspace)), churn()];
  while (victim.kills < KILLS) {
    await delay(100 + random.below(1400));
    await victim.kill();
    await victim.ask.status("");
  }
  working = false;
  await Promise.all(workers);
  await victim.ask.idle();

  // Whoever was asleep or stopped in the end is woken: what waited is to reach it.
  for (const { tenantId } of workspaces) {
    expect(["active", "sleeping", "stopped"]).toContain(await status(tenantId));
    if ((await status(tenantId)) !== "active") await victim.ask.start(tenantId, "wake");
  }
  await victim.ask.idle();

  for (const [at, workspace] of workspaces.entries()) await expectPromises(workspace, timed[at]!);
  expect(await victim.ask.open()).toEqual([]);
  await expectNothingLeft();
});

async function expectPromises({ tenantId, tasks, told }: Workspace, timed: string[]): Promise<void> {
  expect(await status(tenantId)).toBe("active");
  const titles = await victim.ask.titles(tenantId);
  for (const [title, outcome] of tasks) {
    const count = titles.filter((each) => each === title).length;
    if (outcome === "acknowledged") expect(count, title).toBe(1);
    else expect(count, title).toBeLessThanOrEqual(outcome === "unknown" ? 1 : 0);
  }
  for (const title of timed)
    expect(
      titles.filter((each) => each === title),
      title,
    ).toHaveLength(1);

  await vi.waitFor(async () => expect(await victim.ask.pending(tenantId)).toEqual([]), {
    timeout: 120_000,
    interval: 500,
  });
  for (const [agentId, sent] of told) {
    const heard = await victim.ask.heard(tenantId, agentId);
    const certain = sent.filter(({ outcome }) => outcome === "acknowledged").map(({ content }) => content);
    const possible = new Set(
      sent.filter(({ outcome }) => outcome !== "refused").map(({ content }) => content),
    );
    const ours = heard.filter((content) => possible.has(content));
    // Each once, and in the order in which they were written.
    expect(new Set(ours).size).toBe(ours.length);
    expect(ours.filter((content) => certain.includes(content))).toEqual(certain);
  }
}

/** Everything is taken down: nothing of it stays. */
async function expectNothingLeft(): Promise<void> {
  const { items } = await read((api) =>
    api.GET("/accounts/{accountId}/tenants", {
      params: { path: { accountId: ada.accountId }, query: { limit: 100 } },
    }),
  );
  for (const { tenantId } of items) {
    const now = await status(tenantId);
    if (["active", "sleeping", "stopped", "error"].includes(now))
      await victim.ask.start(tenantId, "deprovision");
  }
  await victim.ask.idle();
  expect(leftSince(before, await victim.ask.inventory())).toEqual([]);
}
