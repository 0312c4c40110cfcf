// The API in this process on a table in a directory: one workspace to call, and any number of others beside it.
import * as Account from "../core/account/index.ts";
import * as Activity from "../core/activity/index.ts";
import { service } from "../core/actor/author.ts";
import { as } from "../core/actor/index.ts";
import * as Agent from "../core/agent/index.ts";
import * as Lifecycle from "../core/lifecycle/index.ts";
import { plans } from "../core/plan/index.ts";
import * as Rate from "../core/rate/index.ts";
import * as Session from "../core/session/index.ts";
import { keys, transact } from "../core/table/index.ts";
import * as Task from "../core/task/index.ts";
import * as Tenant from "../core/tenant/index.ts";
import * as User from "../core/user/index.ts";
import { ensureTable } from "../local/table/create.ts";
import { openTableEngine, type TableEngine } from "../local/table/engine.ts";
import { usePlatform } from "../platform/local/index.ts";
import type { Platform } from "../platform/types/platform.ts";
import { agentsOf, squads } from "../squadhub/templates/squads.ts";
import type { TokenSource } from "../test/support/tokens.ts";

const TABLE = "clawe";
const cell = { account: "bench", region: "bench", cluster: "bench", fileSystem: "bench" };
/** More than a page: what is made while measuring makes no list longer. */
const TASKS = 60;

export interface BenchWorld {
  token: string;
  accountId: string;
  tenantId: string;
  taskId: string;
}

/** Opens the table and makes it the platform's. */
export async function openPlatform(directory: string, tokens: TokenSource): Promise<TableEngine> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  const platform: Partial<Platform> = {
    table: { name: TABLE, client: engine.clientConfig },
    identity: tokens.settings,
    site: { url: "https://clawe.test" },
    cells: [{ cell, capacity: 1_000_000 }],
    operators: [],
  };
  usePlatform(platform as Platform);
  // What limits requests is measured with every one of them, but must not end the measuring.
  for (const plan of Object.values(plans)) plan.requestsPerMinute = 1_000_000;
  Rate.limitsOutsidePlans.user = 1_000_000;
  return engine;
}

/** A workspace with a squad, tasks and a feed. */
export async function makeWorld(engine: TableEngine, tokens: TokenSource): Promise<BenchWorld> {
  await ensureTable(engine.clientConfig, TABLE);
  const { issuer } = tokens.settings;
  const name = "Bench";
  const who = { issuer, subject: "bench", email: "bench@example.com", emailVerified: true, name };
  const { userId } = await User.findOrCreate(who);
  await Session.begin(Session.sessionIdOf(issuer, "bench"), { userId, name });
  const person = { type: "user", userId, sessionId: "", name } as const;
  const [account] = await as(person, Account.listMine);
  const { accountId } = account!;
  const { tenant } = await as({ ...person, accountId, role: "owner" }, () =>
    Tenant.create({ name: "bench" }),
  );
  const { tenantId } = tenant;
  const taskId = await as({ type: "system", tenantId }, async () => {
    await Agent.seed(agentsOf(squads.clawe, "Clawe"));
    await Lifecycle.announceActivation();
    await transact(Activity.activityWrite("task_created", service, "was measured"));
    let last = "";
    for (let count = 0; count < TASKS; count++)
      last = (await Task.create({ title: `Task ${count}`, assignees: ["inky"] })).taskId;
    return last;
  });
  return { token: await tokens.sign("bench", "bench", { exp: 4e9 }), accountId, tenantId, taskId };
}

/** Writes the workspace's items again and again, each time as another tenant's. */
export async function cloneTenant(
  engine: TableEngine,
  tenantId: string,
  from: number,
  to: number,
): Promise<void> {
  const { Items = [] } = await engine.call("Query", {
    TableName: TABLE,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: keys.tenant(tenantId) } },
  });
  // Its own item, its squad and some of its board: what lists and indexes are made of.
  const kept = (Items as { sk: { S: string } }[])
    .filter(({ sk }) => /^(TENANT|AGENT|TASK)/.test(sk.S))
    .slice(0, 20);
  const text = JSON.stringify(kept);
  for (let number = from; number < to; number++) {
    const other = tenantId.slice(0, -8) + String(number).padStart(8, "0");
    const items = JSON.parse(text.replaceAll(tenantId, other)) as unknown[];
    for (let at = 0; at < items.length; at += 25)
      await engine.call("BatchWriteItem", {
        RequestItems: { [TABLE]: items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })) },
      });
  }
}
