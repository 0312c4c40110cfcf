// Fills a small disk under the embedded table, makes room, writes on, and counts what was acknowledged and what is kept.
// Run in a mount namespace of its own: `full-disk.ts <empty directory> <rounds>`. Prints a line of JSON for each round.
import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { ensureTable } from "../../local/table/create.ts";
import { openTableEngine } from "../../local/table/engine.ts";

const TableName = "clawe";
const [disk = "", rounds = "1"] = process.argv.slice(2);
execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", disk]);

for (let round = 0; round < Number(rounds); round++) {
  const directory = join(disk, `store-${round}`);
  const filler = join(disk, "filler");
  // With little room the log's own append fails, with more the flush of what is in memory.
  await writeFile(filler, Buffer.alloc((11 - (round % 25 === 24 ? 7 : round % 3)) * 1024 * 1024));
  const open = async () => {
    const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
    const table = DynamoDBDocumentClient.from(new DynamoDBClient(engine.clientConfig));
    return { engine, table };
  };
  let { engine, table } = await open();
  await ensureTable(engine.clientConfig, TableName);
  const acknowledged: string[] = [];
  const refusals = new Set<string>();
  let next = 0;
  /** Whether the write was acknowledged. Sizes differ, so that rounds end at different places of the log. */
  const write = async (): Promise<boolean> => {
    const pk = String(next++);
    const text = "x".repeat(1_000 + ((round * 977 + next * 131) % 9_000));
    try {
      await table.send(new PutCommand({ TableName, Item: { pk, sk: "1", text } }));
      acknowledged.push(pk);
      return true;
    } catch (error) {
      refusals.add((error as Error).name);
      return false;
    }
  };
  const read = async (pk: string) =>
    (await table.send(new GetCommand({ TableName, Key: { pk, sk: "1" } }))).Item;

  // Several at once, so that some are under way when the first fails.
  while (!(await Promise.all([write(), write(), write(), write()])).includes(false));
  const whileFull = {
    refused: !(await write()),
    read: (await read("0")) !== undefined,
    failure: engine.failure(),
  };
  await rm(filler);
  const attempts = { made: 0 };
  while (!(await write()) && attempts.made++ < 100) await delay(100);
  for (let more = 0; more < 50; more++) await write();
  const recovered = engine.failure() === undefined;
  await engine.close();
  ({ engine, table } = await open());
  let lost = 0;
  for (const pk of acknowledged) if (!(await read(pk))) lost++;
  await engine.close();
  await rm(directory, { recursive: true });
  console.log(
    JSON.stringify({
      acknowledged: acknowledged.length,
      lost,
      recovered,
      refusals: [...refusals],
      whileFull,
    }),
  );
}
