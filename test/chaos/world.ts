// A service with stub gateways, seen from inside: workspaces made and driven by the domain itself, and what is left.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as Account from "../../core/account/index.ts";
import { as } from "../../core/actor/index.ts";
import * as Backup from "../../core/backup/index.ts";
import * as Business from "../../core/business/index.ts";
import type { StartOptions } from "../../core/lifecycle/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import { NotificationEntity, PendingEntity } from "../../core/notification/index.ts";
import { plans } from "../../core/plan/index.ts";
import type { ReapResult } from "../../core/reaper/index.ts";
import * as Run from "../../core/run/index.ts";
import { OpenRunEntity, type RunItem } from "../../core/run/index.ts";
import { keys, queryAll } from "../../core/table/index.ts";
import { TaskEntity } from "../../core/task/index.ts";
import type { TenantItem } from "../../core/tenant/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import * as User from "../../core/user/index.ts";
import type { WorkflowName } from "../../core/workflow/definitions.ts";
import { handler as reap } from "../../functions/timers/reap.ts";
import type { Cloud } from "../../local/cloud.ts";
import { type Inventory, takeInventory } from "../../local/demo/inventory.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";

/** What a service is asked to do and tells, in its own process. */
export type Inside = ReturnType<typeof insideOf>;

export function insideOf(cloud: Cloud) {
  // Many workspaces one after another, in one account.
  plans.medium.workspaces = 1000;
  const inTenant = <R>(tenantId: string, body: () => Promise<R>) => as({ type: "system", tenantId }, body);

  return {
    /** A person with an account; the same name is the same. */
    async person(name: string): Promise<{ userId: string; accountId: string; name: string }> {
      const email = `${name}@example.com`;
      const { userId } = await User.findOrCreate({
        issuer: "chaos",
        subject: name,
        email,
        emailVerified: true,
        name,
      });
      const [account] = await as({ type: "user", userId, sessionId: "", name }, Account.listMine);
      return { userId, accountId: account!.accountId, name };
    },
    /** Asks for a workspace; again, under the same name, is the same. */
    async create(
      person: { userId: string; accountId: string; name: string },
      name: string,
      draft = false,
    ): Promise<{ tenantId: string; runId: string }> {
      const actor = { type: "user", sessionId: "", role: "owner", ...person } as const;
      const { items } = await as(actor, () => Tenant.list({ limit: 100 }));
      const made = items.find((tenant) => tenant.name === name);
      if (made) return { tenantId: made.tenantId, runId: made.runId! };
      const { tenant, run } = await as(actor, () => Tenant.create({ name, draft }));
      return { tenantId: tenant.tenantId, runId: run?.runId ?? "" };
    },
    /** Starts a workflow, once after the run `last`; the run. */
    start: (
      tenantId: string,
      workflow: WorkflowName,
      last?: string,
      options?: StartOptions,
    ): Promise<string> =>
      inTenant(tenantId, async () => {
        const { runId } = await Tenant.current();
        return last !== undefined && runId !== undefined && runId !== last
          ? runId
          : (await Lifecycle.start(workflow, options)).runId;
      }),
    /** The workspace's newest run. */
    lastRun: async (tenantId: string): Promise<string | undefined> => (await Tenant.find(tenantId))?.runId,
    hold: (tenantId: string, runId: string) => inTenant(tenantId, () => Run.hold(runId)),
    release: (tenantId: string, runId: string) => inTenant(tenantId, () => Run.release(runId)),
    /** Writes something of the workspace's own. */
    remember: (tenantId: string) =>
      inTenant(tenantId, () => Business.save({ url: "https://example.com", name: "Example" })),
    newestBackup: (tenantId: string): Promise<string | undefined> =>
      inTenant(tenantId, async () => (await Backup.list({ limit: 1 })).items[0]?.backupId),
    run: (tenantId: string, runId: string): Promise<RunItem> => inTenant(tenantId, () => Run.read(runId)),
    tenant: (tenantId: string): Promise<TenantItem> => inTenant(tenantId, Tenant.current),
    status: async (tenantId: string): Promise<string | undefined> => (await Tenant.find(tenantId))?.status,
    /** Whether the workspace's gateway can be found, and how many processes it has. */
    async gateway(tenantId: string): Promise<{ found: boolean; processes: number }> {
      const [found, pids] = await Promise.all([
        cloud.squadhubs.discovery.resolve(`squadhub-${tenantId}`),
        markedProcesses(join(cloud.directory, "squadhubs", tenantId, "state", "openclaw.json")),
      ]);
      return { found: found.length > 0, processes: pids.length };
    },
    mails: () => cloud.outbox.list(),
    /** The runs of all workspaces that have not come to a clean end. */
    open: async (): Promise<string[]> => {
      const where = { partition: keys.operations("OPEN"), prefix: "run_" };
      return (await Array.fromAsync(queryAll(OpenRunEntity, where))).map(({ runId }) => runId);
    },
    /** The titles of all tasks. */
    titles: (tenantId: string): Promise<string[]> =>
      inTenant(tenantId, async () => {
        const where = { partition: keys.tenant(tenantId), prefix: "TASK#" };
        return (await Array.fromAsync(queryAll(TaskEntity, where))).map(({ title }) => title);
      }),
    /** The ids of notifications that wait. */
    pending: (tenantId: string): Promise<string[]> =>
      inTenant(tenantId, async () => {
        const where = { partition: keys.tenant(tenantId), prefix: "LANE#" };
        return (await Array.fromAsync(queryAll(PendingEntity, where))).map((each) => each.notificationId);
      }),
    /** What the gateway has accepted for an agent, in its own journal's order. */
    heard: (tenantId: string, agentId: string): Promise<string[]> =>
      inTenant(tenantId, async () => {
        const file = join(cloud.directory, "squadhubs", tenantId, "state", "clawe-messages.json");
        // There is none before the first message.
        const journal = existsSync(file) ? await readFile(file, "utf8") : '{"keys":[]}';
        const accepted = (JSON.parse(journal) as { keys: string[] }).keys;
        const where = { partition: keys.tenant(tenantId), prefix: `NOTIFICATION#${agentId}#` };
        const contents = new Map<string, string>();
        for await (const { notificationId, content } of queryAll(NotificationEntity, where))
          contents.set(notificationId, content);
        return accepted.flatMap((id) => contents.get(id) ?? []);
      }),
    /** Resolves when nothing is under way any more. */
    async idle(): Promise<void> {
      await cloud.settled();
      await cloud.workflows.idle();
      await cloud.settled();
      await cloud.workflows.idle();
    },
    reap: (): Promise<ReapResult> => reap(),
    inventory: (): Promise<Inventory> => takeInventory(cloud),
  };
}
