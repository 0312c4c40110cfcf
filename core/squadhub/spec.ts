// The squadhub of the current tenant in the driver's terms, and the squad that lives in it.
import { site } from "#platform";
import type { SquadhubRef, SquadhubResources, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import {
  agentsOf,
  type Squad,
  type SquadAgent,
  squads,
  withProfiles,
} from "../../squadhub/templates/squads.ts";
import type { AgentItem } from "../agent/index.ts";
import * as Agent from "../agent/index.ts";
import * as Business from "../business/index.ts";
import { plans } from "../plan/index.ts";
import type { TenantItem } from "../tenant/index.ts";
import * as Tenant from "../tenant/index.ts";
import { find, read, recordResource } from "./entity.ts";

/** What a gateway knows of its squad. */
export interface SquadState {
  squad: Squad;
  agents: SquadAgent[];
  workspaceName: string;
  goal?: string;
  businessContextSaved: boolean;
}

/** The tenant's squad as it is now. Before it is seeded it is its template. */
export async function squadOf(): Promise<SquadState> {
  const [tenant, profiles, business] = await Promise.all([Tenant.current(), Agent.all(), Business.find()]);
  const squad = squadFrom(tenant, profiles);
  const { name, goal } = tenant;
  const businessContextSaved = business !== undefined;
  return { squad, agents: agentsOf(squad), workspaceName: name, goal, businessContextSaved };
}

function squadFrom({ leadName, squad = "clawe" }: TenantItem, profiles: AgentItem[]): Squad {
  const template: Squad = squads[squad];
  if (profiles.length === 0) return { ...template, agents: agentsOf(template, leadName) };
  return withProfiles(
    template,
    profiles.map(({ agentId, ...profile }) => ({ ...profile, id: agentId })),
  );
}

/** What the squadhub is made to. Throws when it has no record. */
export async function readSpec(): Promise<SquadhubSpec> {
  const [record, tenant, profiles] = await Promise.all([read(), Tenant.current(), Agent.all()]);
  const { tenantId, cell, revision, resources } = record;
  const { cpu, memory } = plans[tenant.plan];
  const agents = agentsOf(squadFrom(tenant, profiles)).map(({ id, name, emoji }) => ({ id, name, emoji }));
  return { tenantId, cell, revision, resources, size: { cpu, memory }, claweUrl: site.url, agents };
}

/** Creates one resource and records its id. Throws when the squadhub has no record. */
export async function createResource(
  kind: keyof SquadhubResources,
  create: (squadhub: SquadhubRef) => Promise<string>,
): Promise<void> {
  await recordResource(kind, await create(await read()));
}

/** Starts the service and records its id. Throws when the squadhub has no record. */
export async function createService(start: (spec: SquadhubSpec) => Promise<string>): Promise<void> {
  await recordResource("service", await start(await readSpec()));
}

/** Removes one resource. Does nothing without a record: then nothing was ever created. */
export async function removeResource(destroy: (squadhub: SquadhubRef) => Promise<void>): Promise<void> {
  const squadhub = await find();
  if (squadhub) await destroy(squadhub);
}
