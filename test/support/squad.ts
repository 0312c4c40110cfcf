// A workspace with its squad for tests of the domain, made without provisioning.
import { ActivityEntity } from "../../core/activity/index.ts";
import * as Agent from "../../core/agent/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import { NotificationEntity, PendingEntity } from "../../core/notification/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { keys, queryAll } from "../../core/table/index.ts";
import type { TenantStatus } from "../../core/tenant/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { squads } from "../../squadhub/templates/squads.ts";
import { aPerson, asMachine, asMember, asSystem, inTenant, type Person } from "./domain.ts";

let workspaces = 0;

export interface Squad {
  tenantId: string;
  owner: Person;
  /** Runs `body` as the person who owns the workspace. */
  asOwner<R>(body: () => R | Promise<R>): Promise<R>;
  /** Runs `body` as the workspace's squadhub. */
  asSquadhub<R>(body: () => R): R;
  /** Runs `body` as one of our own workers. */
  asService<R>(body: () => R): R;
  /** Every activity so far, oldest first, as `type: author message`. */
  feed(): Promise<string[]>;
  /** Every notification so far, per agent in order, as `agent type: content`. */
  notifications(): Promise<string[]>;
  /** How many notifications still wait to be delivered, by their lanes' pointers. */
  pending(): Promise<number>;
}

/** A workspace of a new account, with the agents of a squad. */
export async function aSquad(squad: (typeof squads)[keyof typeof squads] = squads.clawe): Promise<Squad> {
  workspaces += 1;
  const owner = await aPerson("Ada");
  const name = `space-${workspaces}`;
  const { tenant } = await asMember(owner, () => Tenant.create({ name }));
  const { tenantId } = tenant;
  const asService: Squad["asService"] = (body) => asSystem(tenantId, body);
  await asService(() => Agent.seed(squad.agents));
  const partition = keys.tenant(tenantId);
  return {
    tenantId,
    owner,
    asOwner: (body) => inTenant(owner, tenantId, body),
    asSquadhub: (body) => asMachine(tenantId, body),
    asService,
    async feed() {
      const items = await Array.fromAsync(queryAll(ActivityEntity, { partition, prefix: "ACTIVITY#" }));
      // An agent's first call adds an activity; tests ask about the others.
      return items
        .filter(({ type }) => type !== "agent_online")
        .map(({ type, by, message }) => `${type}: ${by.name} ${message}`);
    },
    async notifications() {
      const items = await Array.fromAsync(
        queryAll(NotificationEntity, { partition, prefix: "NOTIFICATION#" }),
      );
      return items.map(({ agentId, type, content }) => `${agentId} ${type}: ${content}`);
    },
    async pending() {
      return (await Array.fromAsync(queryAll(PendingEntity, { partition, prefix: "LANE#" }))).length;
    },
  };
}

/** A workspace in this status. It has a squadhub's record. */
export async function aSquadIn(status: TenantStatus): Promise<Squad> {
  const squad = await aSquad();
  await squad.asService(async () => {
    await Squadhub.createRecord({ account: "test", region: "test", cluster: "test", fileSystem: "test" });
    await Lifecycle.settle(status);
  });
  return squad;
}

/** The workflows that the workspace has run since it was created, latest first. */
export const runsOf = ({ asService }: Squad): Promise<string[]> =>
  asService(async () => (await Run.list({ limit: 100 })).items.map(({ workflow }) => workflow).slice(0, -1));

export const statusOf = ({ asService }: Squad): Promise<TenantStatus> =>
  asService(async () => (await Tenant.current()).status);
