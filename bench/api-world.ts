// The API in this process, on a table in a directory: one workspace to call, and any number of others beside it.
import * as Activity from "../core/activity/index.ts";
import { service } from "../core/actor/author.ts";
import { as } from "../core/actor/index.ts";
import * as Session from "../core/session/index.ts";
import { keys, transact } from "../core/table/index.ts";
import * as Task from "../core/task/index.ts";
import { ensureTable } from "../local/table/create.ts";
import { openTableEngine, type TableEngine } from "../local/table/engine.ts";
import type { TokenSource } from "../test/support/tokens.ts";
import { copyId, copyItems, itemsOf, TABLE, writeItems } from "./items.ts";
import { createWorkspace, liftLimits, useTable } from "./workspace.ts";

/** More than a page, so that the tasks that are created while measuring make no list longer. */
const TASKS = 60;
/** Items of each copied workspace: enough to fill lists and indexes. */
const COPIED = 20;

export interface BenchWorld {
  token: string;
  accountId: string;
  tenantId: string;
  taskId: string;
}

/** Opens the table and makes it the platform's. */
export async function openPlatform(
  directory: string,
  { settings }: Pick<TokenSource, "settings">,
): Promise<TableEngine> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  useTable(engine, { identity: settings, site: { url: "https://clawe.test" } });
  liftLimits();
  return engine;
}

/** A workspace with a squad, tasks and a feed. */
export async function makeWorld(engine: TableEngine, tokens: TokenSource): Promise<BenchWorld> {
  await ensureTable(engine.clientConfig, TABLE);
  const { issuer } = tokens.settings;
  const { userId, name, accountId, tenantId } = await createWorkspace(issuer);
  await Session.begin(Session.sessionIdOf(issuer, "bench"), { userId, name });
  const taskId = await as({ type: "system", tenantId }, async () => {
    await transact(Activity.activityWrite("task_created", service, "was measured"));
    let last = "";
    for (let count = 0; count < TASKS; count++)
      last = (await Task.create({ title: `Task ${count}`, assignees: ["inky"] })).taskId;
    return last;
  });
  return { token: await tokens.sign("bench", "bench", { exp: 4e9 }), accountId, tenantId, taskId };
}

/** Copies the workspace's own item, its squad and a part of its board, as the tenants with these numbers. */
export async function copyTenant(
  engine: TableEngine,
  tenantId: string,
  from: number,
  to: number,
): Promise<void> {
  const items = (await itemsOf(engine, keys.tenant(tenantId)))
    .filter(({ sk }) => /^(TENANT|AGENT|TASK)/.test(sk?.S ?? ""))
    .slice(0, COPIED);
  for (let number = from; number < to; number++)
    await writeItems(engine, copyItems(items, { [tenantId]: copyId(tenantId, number) }));
}
