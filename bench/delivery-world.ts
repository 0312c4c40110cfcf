// Workspaces of four agents for the delivery benchmark, written before any service opens the table.
import { as } from "../core/actor/index.ts";
import * as Squadhub from "../core/squadhub/index.ts";
import { keys } from "../core/table/index.ts";
import { createSecrets } from "../local/secrets.ts";
import { ensureTable } from "../local/table/create.ts";
import { openTableEngine } from "../local/table/engine.ts";
import { copyId, copyItems, itemsOf, TABLE, writeItems } from "./items.ts";
import { agentIds, cell, createWorkspace, liftLimits, useTable } from "./workspace.ts";

export interface Workspace {
  tenantId: string;
  squadhubToken: string;
  gatewayToken: string;
}

/**
 * Writes `count` active workspaces whose gateways have reported ready. Their records are trimmed from the change
 * stream, so that its readers see no news.
 */
export async function writeWorkspaces(directory: string, count: number): Promise<Workspace[]> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  try {
    await ensureTable(engine.clientConfig, TABLE);
    useTable(engine);
    liftLimits();
    const first = await firstTenant();
    const items = [
      ...(await itemsOf(engine, keys.tenant(first))).filter(({ sk }) =>
        /^(TENANT|AGENT|SQUADHUB)/.test(sk?.S ?? ""),
      ),
      ...(await itemsOf(engine, keys.operations("TENANTS"))),
    ];
    const secrets = createSecrets(engine.store);
    const workspaces: Workspace[] = [];
    for (let number = 0; number < count; number++) {
      const tenantId = number === 0 ? first : copyId(first, number);
      if (number > 0) await writeItems(engine, copyItems(items, { [first]: tenantId }));
      const value = Squadhub.newSecrets(tenantId);
      const { squadhubToken, gatewayToken } = value;
      await secrets.create(tenantId, value);
      await as({ type: "system", tenantId }, () => Squadhub.admitToken(squadhubToken));
      workspaces.push({ tenantId, squadhubToken, gatewayToken });
    }
    await engine.trimRecords(TABLE, "9".repeat(21));
    return workspaces;
  } finally {
    await engine.close();
  }
}

async function firstTenant(): Promise<string> {
  const { tenantId } = await createWorkspace("https://bench.test");
  await as({ type: "system", tenantId }, async () => {
    await Squadhub.createRecord(cell);
    await Squadhub.reportReady({ bootId: "bench", version: "bench", agents: agentIds });
  });
  return tenantId;
}
