// The platform on a table of our own, without limits, and one workspace in it: what the suites measure with.
import * as Account from "../core/account/index.ts";
import { as } from "../core/actor/index.ts";
import * as Agent from "../core/agent/index.ts";
import * as Lifecycle from "../core/lifecycle/index.ts";
import { plans } from "../core/plan/index.ts";
import * as Rate from "../core/rate/index.ts";
import * as Tenant from "../core/tenant/index.ts";
import * as User from "../core/user/index.ts";
import type { TableEngine } from "../local/table/engine.ts";
import { usePlatform } from "../platform/local/index.ts";
import type { Platform } from "../platform/types/platform.ts";
import { agentsOf, squads } from "../squadhub/templates/squads.ts";
import { TABLE } from "./items.ts";

export const cell = { account: "bench", region: "bench", cluster: "bench", fileSystem: "bench" };
const squad = agentsOf(squads.clawe, "Clawe");
export const agentIds = squad.map(({ id }) => id);

/** Requests and messages are still counted, which is part of what is measured, but never refused. */
export function liftLimits(): void {
  for (const plan of Object.values(plans))
    Object.assign(plan, { requestsPerMinute: 1_000_000, messagesPerHour: 1_000_000 });
  Rate.limitsOutsidePlans.user = 1_000_000;
}

/** Makes the table the platform's. The parts that a suite does not name are missing: it must not reach them. */
export function useTable(engine: TableEngine, parts: Partial<Platform> = {}): void {
  const platform: Partial<Platform> = {
    table: { name: TABLE, client: engine.clientConfig },
    cells: [{ cell, capacity: 1_000_000 }],
    operators: [],
    ...parts,
  };
  usePlatform(platform as Platform);
}

/** Signs a user up under `issuer`, and makes their first workspace: active, with a squad. */
export async function createWorkspace(issuer: string) {
  const name = "Bench";
  const email = "bench@example.com";
  const { userId } = await User.findOrCreate({ issuer, subject: "bench", email, emailVerified: true, name });
  const person = { type: "user", userId, sessionId: "", name } as const;
  const [account] = await as(person, Account.listMine);
  const { accountId } = account!;
  const { tenant } = await as({ ...person, accountId, role: "owner" }, () =>
    Tenant.create({ name: "bench" }),
  );
  const { tenantId } = tenant;
  await as({ type: "system", tenantId }, async () => {
    await Agent.seed(squad);
    await Lifecycle.announceActivation();
  });
  return { userId, name, accountId, tenantId };
}
