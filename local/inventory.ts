// Everything that exists for tenants on this machine, as lines: taken before and after, it shows what was left.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cloud } from "./cloud.ts";

export type Inventory = Set<string>;

/** Items that a request made, not a run: the tenant's name tag, its runs, the request itself, the visit. */
const NOT_OF_A_RUN =
  /^item (T#\S+ (TENANT|RUN#|CONNECTION#)|A#\S+ (ACCOUNT|TENANT#|REQUEST#)|DIR#(SESSION|CONNECTION|TICKET|IDEMPOTENCY|RATE)#|AUDIT#|OPS#(TENANTS|FAILURES))/;

/** Processes, directories, secrets, the driver's records, schedules and the table's items. */
export async function takeInventory({ directory, engine, scheduler }: Cloud): Promise<Inventory> {
  const squadhubs = join(directory, "squadhubs");
  const lines: string[] = [];
  for (const pid of await readdir("/proc").catch(() => []))
    if (/^\d+$/.test(pid) && (await environmentOf(pid)).includes(`OPENCLAW_CONFIG_PATH=${squadhubs}/`))
      lines.push(`process ${pid}`);
  for (const name of await readdir(squadhubs).catch(() => [])) lines.push(`directory ${name}`);
  for (const prefix of ["secret~", "squadhub~"])
    for await (const [key] of engine.store.list(prefix)) lines.push(`record ${key}`);
  for (const { group, name } of await scheduler.list()) lines.push(`schedule ${group}/${name}`);
  let ExclusiveStartKey: unknown;
  do {
    const page = (await engine.call("Scan", {
      TableName: "clawe",
      ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
    })) as {
      Items?: Record<string, { S?: string; N?: string }>[];
      LastEvaluatedKey?: unknown;
    };
    for (const { pk, sk, used, workspaces } of page.Items ?? []) {
      // Counters of what is shared: they must come back to what they were.
      const count = used?.N ?? workspaces?.N;
      if (count !== undefined) lines.push(...(count === "0" ? [] : [`count ${pk?.S} ${count}`]));
      else lines.push(`item ${pk?.S} ${sk?.S}`);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return new Set(lines.filter((line) => !NOT_OF_A_RUN.test(line)));
}

/** What is there now and was not before. */
export function leftSince(before: Inventory, after: Inventory): string[] {
  return [...after.difference(before)];
}

async function environmentOf(pid: string): Promise<string> {
  // Another user's process, or one that has just gone: not a gateway of ours.
  return readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
}
