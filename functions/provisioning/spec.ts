// The squadhub of the current tenant, in the driver's terms.

import { created, find, specOf } from "../../core/squadhub/index.ts";
import { current } from "../../core/tenant/entity.ts";
import type { SquadhubResources, SquadhubSpec } from "../../platform/types.ts";
import { agentsOf, squads } from "../../squadhub/templates/squads.ts";

/** The squad a new tenant gets. */
export async function squadOf() {
  const { leadName, name, goal } = await current();
  return {
    squad: squads.clawe,
    agents: agentsOf(squads.clawe, leadName),
    leadName,
    workspaceName: name,
    goal,
  };
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
export async function make(
  kind: keyof SquadhubResources,
  create: (spec: SquadhubSpec) => Promise<string>,
): Promise<void> {
  const spec = await findSpec();
  if (!spec) throw new Error("The squadhub has no record");
  await created(kind, await create(spec));
}

/** Removes one resource, if the squadhub was ever begun. */
export async function remove(destroy: (spec: SquadhubSpec) => Promise<void>): Promise<void> {
  const spec = await findSpec();
  if (spec) await destroy(spec);
}
