// Many workspaces: one is made and used as a customer does it, and what the table then holds of it is written again for
// others under other ids.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { answer } from "../client/index.ts";
import { keys } from "../core/table/index.ts";
import { isOver, type Visitor } from "../local/demo/visitor.ts";
import { openTableEngine } from "../local/table/engine.ts";

export const TABLE = "clawe";
const NAME = "model-workspace";
const TASKS = 8;
/** BatchWriteItem's own limit. */
const BATCH = 25;
/** Of each kind of item but the squad and its routines, so many: all of ten thousand would take half an hour to write. */
const OF_A_KIND = 2;
const WHOLE = /^(AGENT|ROUTINE)/;
/** What belongs to a request or to a moment. */
const PASSING = /^(REQUEST|CONNECTION|LANE|QUOTA|FIRED)/;
const ALL = "9".repeat(21);

export type Item = Record<string, AttributeValue>;

/** The items of one workspace and of its account: every other is a copy of them. */
export interface Model {
  tenantId: string;
  accountId: string;
  items: Item[];
}

/** Makes a workspace with a real squadhub, works in it until everything is delivered, and sends it to sleep. */
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
      // One is enough for an agent to work on: its turns take time.
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

/** Reads what the table holds of a workspace. The service must have stopped. */
export async function readModel(directory: string, tenantId: string, accountId: string): Promise<Model> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  const items: Item[] = [];
  const partitions = [keys.tenant(tenantId), keys.account(accountId), keys.directory("NAME", NAME)];
  for (const partition of partitions) {
    const { Items } = await engine.call("Query", {
      TableName: TABLE,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: partition } },
    });
    items.push(...(Items as Item[]));
  }
  const listed = { pk: { S: keys.operations("TENANTS") }, sk: { S: tenantId } };
  const { Item } = await engine.call("GetItem", { TableName: TABLE, Key: listed });
  items.push(Item as Item);
  await engine.close();
  const lasting = items.filter(({ sk }) => !PASSING.test(sk?.S ?? ""));
  const kinds = Map.groupBy(lasting, ({ pk, sk }) => `${pk?.S} ${sk?.S?.split("#", 1)[0]}`);
  const kept = [...kinds.values()].flatMap((kind) =>
    kind.slice(0, WHOLE.test(kind[0]?.sk?.S ?? "") ? undefined : OF_A_KIND),
  );
  return { tenantId, accountId, items: kept.map(atRest) };
}

/** As it is in most workspaces most of the time: the smallest plan, awake, with its routines switched off. */
function atRest(item: Item): Item {
  if (item.sk?.S === "TENANT") return { ...item, status: { S: "active" }, plan: { S: "micro" } };
  return item.sk?.S?.startsWith("ROUTINE#") ? { ...item, enabled: { BOOL: false } } : item;
}

const other = (id: string, number: number) => id.slice(0, -8) + String(number).padStart(8, "0");
export const tenantOf = ({ tenantId }: Model, number: number): string => other(tenantId, number);

/** All items of one copy. */
export function copyOf({ tenantId, accountId, items }: Model, number: number): Item[] {
  const text = JSON.stringify(items)
    .replaceAll(tenantId, other(tenantId, number))
    .replaceAll(accountId, other(accountId, number))
    .replaceAll(NAME, `workspace-${number}`);
  return JSON.parse(text) as Item[];
}

export async function writeAll(
  call: (operation: string, body: Record<string, unknown>) => Promise<unknown>,
  items: Item[],
): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) {
    const puts = items.slice(at, at + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await call("BatchWriteItem", { RequestItems: { [TABLE]: puts } });
  }
}

/** Writes the copies from one number up to another, as data that has always been there: nothing hears of it. */
export async function writeCopies(directory: string, model: Model, from: number, to: number): Promise<void> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  for (let number = from; number < to; number++) {
    await writeAll(engine.call, copyOf(model, number));
    if (number % 100 === 0) await engine.trimRecords(TABLE, ALL);
  }
  await engine.trimRecords(TABLE, ALL);
  await engine.close();
}
