// Many workspaces: one is made and used as a customer would, and its items are then copied under the ids of others.
import { answer } from "../client/index.ts";
import { keys } from "../core/table/index.ts";
import { isOver, type Visitor } from "../local/demo/visitor.ts";
import { openTableEngine } from "../local/table/engine.ts";
import { copyId, copyItems, type Item, itemsOf, TABLE, writeItems } from "./items.ts";

const NAME = "model-workspace";
const TASKS = 8;
/** How many items of each kind are copied: copying all of them ten thousand times would take half an hour. */
const OF_A_KIND = 2;
/** The kinds of which all items are copied. */
const WHOLE = /^(AGENT|ROUTINE)/;
/** Items that belong to a request or to a moment, and are not copied. */
const TRANSIENT = /^(REQUEST|CONNECTION|LANE|QUOTA|FIRED)/;
const ALL = "9".repeat(21);

/** The items of one workspace and of its account. Every other workspace is a copy of them. */
export interface Model {
  tenantId: string;
  accountId: string;
  items: Item[];
}

/** Makes a workspace with a running squadhub, works in it until everything is delivered, and puts it to sleep. */
export async function useWorkspace({ api, createTenant, watch }: Visitor): Promise<string> {
  const { tenant, run } = await createTenant(NAME, { goal: "Grow" });
  const { tenantId } = tenant;
  const path = { tenantId };
  const page = await watch(tenantId);
  const ended = (runId: string) =>
    page.until("the run to end", async () => {
      const params = { path: { ...path, runId } };
      return isOver(await answer(api.GET("/t/{tenantId}/runs/{runId}", { params }))) || undefined;
    });
  await ended(run.runId);
  for (let count = 0; count < TASKS; count++) {
    const plan = {
      title: `Write part ${count} of the newsletter`,
      description: "One page, friendly, about the launch. ".repeat(5),
      // Only one has an assignee, because an agent's turns take time.
      assignee: count === 0 ? "inky" : undefined,
      subtasks: [{ title: "Draft the text" }, { title: "Draw the header" }],
    };
    await answer(api.POST("/t/{tenantId}/plans", { params: { path }, body: plan }));
  }
  await page.until("the notification to be delivered", async () => {
    const params = { path: { ...path, agentId: "inky" } };
    const { items } = await answer(api.GET("/t/{tenantId}/agents/{agentId}/notifications", { params }));
    return items.every(({ status }) => status === "delivered") || undefined;
  });
  const { runId } = await answer(api.POST("/t/{tenantId}/sleep", { params: { path } }));
  await ended(runId);
  page.close();
  return tenantId;
}

/** Reads the items of a workspace. The service must have stopped. */
export async function readModel(directory: string, tenantId: string, accountId: string): Promise<Model> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  const items: Item[] = [];
  const partitions = [keys.tenant(tenantId), keys.account(accountId), keys.directory("NAME", NAME)];
  for (const partition of partitions) items.push(...(await itemsOf(engine, partition)));
  const listed = { pk: { S: keys.operations("TENANTS") }, sk: { S: tenantId } };
  const { Item } = await engine.call("GetItem", { TableName: TABLE, Key: listed });
  items.push(Item as Item);
  await engine.close();
  const durable = items.filter(({ sk }) => !TRANSIENT.test(sk?.S ?? ""));
  const kinds = Map.groupBy(durable, ({ pk, sk }) => `${pk?.S} ${sk?.S?.split("#", 1)[0]}`);
  const kept = [...kinds.values()].flatMap((kind) =>
    kind.slice(0, WHOLE.test(kind[0]?.sk?.S ?? "") ? undefined : OF_A_KIND),
  );
  return { tenantId, accountId, items: kept.map(atRest) };
}

/** The state of most workspaces most of the time: the smallest plan, awake, with the routines switched off. */
function atRest(item: Item): Item {
  if (item.sk?.S === "TENANT") return { ...item, status: { S: "active" }, plan: { S: "micro" } };
  return item.sk?.S?.startsWith("ROUTINE#") ? { ...item, enabled: { BOOL: false } } : item;
}

/** All items of one copy. */
export const copyModel = ({ tenantId, accountId, items }: Model, number: number): Item[] =>
  copyItems(items, {
    [tenantId]: copyId(tenantId, number),
    [accountId]: copyId(accountId, number),
    [NAME]: `workspace-${number}`,
  });

/**
 * Writes the copies from one number up to another. Their records are trimmed from the change stream, as if the data had
 * always been there.
 */
export async function writeCopies(directory: string, model: Model, from: number, to: number): Promise<void> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  for (let number = from; number < to; number++) {
    await writeItems(engine, copyModel(model, number));
    if (number % 100 === 0) await engine.trimRecords(TABLE, ALL);
  }
  await engine.trimRecords(TABLE, ALL);
  await engine.close();
}
