// Lists everything that exists for tenants on this machine: two lists, before and after, show what was left behind.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cloud } from "../cloud.ts";

export type Inventory = Set<string>;

const WARM = "squadhub~warm~";
/** Items that a request created, not a run: the tenant's name, its runs, the request itself, the session. */
const CREATED_BY_REQUESTS =
  /^item (T#\S+ (TENANT|RUN#|CONNECTION#)|A#\S+ (ACCOUNT|TENANT#|REQUEST#)|DIR#(SESSION|CONNECTION|TICKET|IDEMPOTENCY|RATE)#|AUDIT#|OPS#(TENANTS|FAILURES))/;

/**
 * Lists processes, directories, secrets, the driver's records, schedules and the items of the table. Gateways that were
 * started ahead do not count until they are claimed.
 */
export async function takeInventory({ directory, engine, scheduler }: Cloud): Promise<Inventory> {
  const squadhubs = join(directory, "squadhubs");
  const mark = `OPENCLAW_CONFIG_PATH=${squadhubs}/`;
  const lines: string[] = [];
  const directories = await readdir(squadhubs).catch(() => []);
  const processes: [pid: string, directory: string][] = [];
  for (const pid of await readdir("/proc").catch(() => [])) {
    const [, environment] = /^\d+$/.test(pid) ? (await environmentOf(pid)).split(mark) : [];
    if (environment) processes.push([pid, environment.slice(0, environment.indexOf("/"))]);
  }
  const unclaimed = new Set<string>();
  for await (const [key] of engine.store.list(WARM)) unclaimed.add(key.slice(WARM.length));
  for (const [pid, name] of processes) if (!unclaimed.has(name)) lines.push(`process ${pid}`);
  for (const name of directories) if (!unclaimed.has(name)) lines.push(`directory ${name}`);
  for (const prefix of ["secret~", "squadhub~"])
    for await (const [key] of engine.store.list(prefix))
      if (!key.startsWith(WARM)) lines.push(`record ${key}`);
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
      // Counters of shared resources must return to their former values.
      const count = used?.N ?? workspaces?.N;
      if (count !== undefined) lines.push(...(count === "0" ? [] : [`count ${pk?.S} ${count}`]));
      else lines.push(`item ${pk?.S} ${sk?.S}`);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return new Set(lines.filter((line) => !CREATED_BY_REQUESTS.test(line)));
}

/** The lines that were added since. */
export function leftSince(before: Inventory, after: Inventory): string[] {
  return [...after.difference(before)];
}

async function environmentOf(pid: string): Promise<string> {
  // Another user's process, or one that has just gone, is no gateway of ours.
  return readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
}
