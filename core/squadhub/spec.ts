// The squadhub of the current tenant, in the driver's terms.

import type { SquadhubResources, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import {
  agentsOf,
  type Squad,
  type SquadAgent,
  squads,
  withProfiles,
} from "../../squadhub/templates/squads.ts";
import * as Agent from "../agent/index.ts";
import * as Business from "../business/index.ts";
import * as Tenant from "../tenant/index.ts";
import { find, recordResource, specOf } from "./entity.ts";

/** All that a gateway repeats of its squad. */
export interface SquadState {
  squad: Squad;
  agents: SquadAgent[];
  workspaceName: string;
  goal?: string;
  businessContextSaved: boolean;
}

/** The tenant's squad as it is now; before it is seeded, as its template has it. */
export async function squadOf(): Promise<SquadState> {
  const [tenant, profiles, business] = await Promise.all([Tenant.current(), Agent.all(), Business.find()]);
  const { leadName, name, goal, squad: chosen = "clawe" } = tenant;
  const template: Squad = squads[chosen];
  const squad =
    profiles.length > 0
      ? withProfiles(
          template,
          profiles.map(({ agentId, ...profile }) => ({ ...profile, id: agentId })),
        )
      : { ...template, agents: agentsOf(template, leadName) };
  const agents = agentsOf(squad);
  return { squad, agents, workspaceName: name, goal, businessContextSaved: business !== undefined };
}

/** Undefined when there is no record: then nothing has been made. */
export async function findSpec(): Promise<SquadhubSpec | undefined> {
  const found = await find();
  if (!found) return undefined;
  const { agents } = await squadOf();
  return specOf(
    found,
    agents.map(({ id, name, emoji }) => ({ id, name, emoji })),
  );
}

/** Makes one resource and records its id. */
export async function createResource(
  kind: keyof SquadhubResources,
  create: (spec: SquadhubSpec) => Promise<string>,
): Promise<void> {
  const spec = await findSpec();
  if (!spec) throw new Error("The squadhub has no record");
  await recordResource(kind, await create(spec));
}

/** Removes one resource, if the squadhub was ever begun. */
export async function removeResource(destroy: (spec: SquadhubSpec) => Promise<void>): Promise<void> {
  const spec = await findSpec();
  if (spec) await destroy(spec);
}
