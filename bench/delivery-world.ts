// Workspaces of four agents for the delivery benchmark, in a table that no service has open yet.
import * as Account from "../core/account/index.ts";
import { as } from "../core/actor/index.ts";
import * as Agent from "../core/agent/index.ts";
import * as Lifecycle from "../core/lifecycle/index.ts";
import { plans } from "../core/plan/index.ts";
import * as Squadhub from "../core/squadhub/index.ts";
import { keys } from "../core/table/index.ts";
import * as Tenant from "../core/tenant/index.ts";
import * as User from "../core/user/index.ts";
import { createSecrets } from "../local/secrets.ts";
import { ensureTable } from "../local/table/create.ts";
import { openTableEngine } from "../local/table/engine.ts";
import { usePlatform } from "../platform/local/index.ts";
import type { Platform } from "../platform/types/platform.ts";
import { agentsOf, squads } from "../squadhub/templates/squads.ts";

const TABLE = "clawe";
const cell = { account: "bench", region: "bench", cluster: "bench", fileSystem: "bench" };

export interface Workspace {
  tenantId: string;
  squadhubToken: string;
  gatewayToken: string;
}

export const agentIds = agentsOf(squads.clawe, "Clawe").map(({ id }) => id);

/** Writes `count` active workspaces whose gateways have reported ready. Nothing of it is news to who reads the stream. */
export async function writeWorkspaces(directory: string, count: number): Promise<Workspace[]> {
  const engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  try {
    await ensureTable(engine.clientConfig, TABLE);
    const platform: Partial<Platform> = {
      table: { name: TABLE, client: engine.clientConfig },
      cells: [{ cell, capacity: 1_000_000 }],
      operators: [],
    };
    usePlatform(platform as Platform);
    // What limits a customer must not end the measuring, nor the polling that is measured.
    for (const plan of Object.values(plans))
      Object.assign(plan, { requestsPerMinute: 1_000_000, messagesPerHour: 1_000_000 });

    const first = await firstTenant();
    const secrets = createSecrets(engine.store);
    const query = async (pk: string) =>
      (
        await engine.call("Query", {
          TableName: TABLE,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": { S: pk } },
        })
      ).Items as Record<string, { S?: string }>[];
    const items = [
      ...(await query(keys.tenant(first))).filter(({ sk }) => /^(TENANT|AGENT|SQUADHUB)/.test(sk?.S ?? "")),
      ...(await query(keys.operations("TENANTS"))),
    ];
    const text = JSON.stringify(items);

    const made: Workspace[] = [];
    for (let number = 0; number < count; number++) {
      const tenantId = number === 0 ? first : first.slice(0, -8) + String(number).padStart(8, "0");
      const requests = (JSON.parse(text.replaceAll(first, tenantId)) as unknown[]).map((Item) => ({
        PutRequest: { Item },
      }));
      if (number > 0) await engine.call("BatchWriteItem", { RequestItems: { [TABLE]: requests } });
      const value = Squadhub.newSecrets(tenantId);
      await secrets.create(tenantId, value);
      await as({ type: "system", tenantId }, () => Squadhub.admitToken(value.squadhubToken));
      made.push({ tenantId, squadhubToken: value.squadhubToken, gatewayToken: value.gatewayToken });
    }
    await engine.trimRecords(TABLE, "9".repeat(21));
    return made;
  } finally {
    await engine.close();
  }
}

async function firstTenant(): Promise<string> {
  const name = "Bench";
  const { userId } = await User.findOrCreate({
    issuer: "https://bench.test",
    subject: "bench",
    email: "bench@example.com",
    emailVerified: true,
    name,
  });
  const person = { type: "user", userId, sessionId: "", name } as const;
  const [account] = await as(person, Account.listMine);
  const { tenant } = await as({ ...person, accountId: account!.accountId, role: "owner" }, () =>
    Tenant.create({ name: "bench" }),
  );
  await as({ type: "system", tenantId: tenant.tenantId }, async () => {
    await Agent.seed(agentsOf(squads.clawe, "Clawe"));
    await Lifecycle.announceActivation();
    await Squadhub.begin(cell);
    await Squadhub.reportReady({ bootId: "bench", version: "bench", agents: agentIds });
  });
  return tenant.tenantId;
}
