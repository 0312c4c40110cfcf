// A process that is killed while it writes leaves complete transactions only: items, index and stream agree.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTableEngine } from "../../local/table/engine.ts";

const moduleOf = (file: string) => JSON.stringify(new URL(`../../local/table/${file}`, import.meta.url).href);
/** Writes pairs of items, three transactions at a time, and prints the ones that are done. */
const writer = (directory: string) => `
  import { openTableEngine } from ${moduleOf("engine.ts")};
  import { ensureTable } from ${moduleOf("create.ts")};
  const engine = await openTableEngine({ directory: ${JSON.stringify(directory)}, ttlIntervalMs: 0 });
  await ensureTable(engine.clientConfig, "clawe");
  const put = (n, half) => ({
    Put: { TableName: "clawe", Item: { pk: { S: half }, sk: { S: n }, gsi1pk: { S: "all" }, gsi1sk: { S: n + half } } },
  });
  let next = 0;
  async function write() {
    for (;;) {
      const n = String(next++).padStart(6, "0");
      await engine.call("TransactWriteItems", { TransactItems: [put(n, "left"), put(n, "right")] });
      console.log(n);
    }
  }
  await Promise.all([write(), write(), write()]);
`;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "clawe-crash-"));
});
afterEach(() => rm(directory, { recursive: true }));

test("a kill loses no finished transaction, and leaves no incomplete one", { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", writer(directory)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const done: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    done.push(line);
    if (done.length === 50) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");

  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  const query = async (key: string, value: string, IndexName?: string) => {
    const { Items } = await engine.call("Query", {
      TableName: "clawe",
      IndexName,
      KeyConditionExpression: `${key} = :v`,
      ExpressionAttributeValues: { ":v": { S: value } },
    });
    return (Items as { pk: { S: string }; sk: { S: string } }[]).map(({ pk, sk }) => `${sk.S} ${pk.S}`);
  };
  const left = await query("pk", "left");
  const right = await query("pk", "right");
  const records = await engine.readRecords("clawe", undefined, 10_000);
  const indexed = await query("gsi1pk", "all", "gsi1");
  await engine.close();

  const numbers = left.map((item) => item.split(" ")[0]!);
  expect(numbers).toEqual(expect.arrayContaining(done));
  expect(right).toEqual(numbers.map((n) => `${n} right`));
  expect(indexed).toEqual(numbers.flatMap((n) => [`${n} left`, `${n} right`]));
  const recorded = records.map(({ dynamodb }) => `${dynamodb?.Keys?.sk?.S} ${dynamodb?.Keys?.pk?.S}`);
  expect(recorded.sort()).toEqual(indexed);
});
