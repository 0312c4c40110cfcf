// A tenant as the API returns it: with the workflows that the caller may start now.
import type * as z from "zod";
import { type Actor, actor } from "../actor/index.ts";
import type { WorkflowName } from "../workflow/definitions.ts";
import { startableFor } from "../workflow/start.ts";
import type { tenant } from "./create.ts";
import { current, hasLapsed, type TenantItem } from "./entity.ts";

export type Tenant = z.output<typeof tenant>;

export const toTenant = (item: TenantItem, who: Actor = actor()): Tenant => ({
  ...item,
  startable: startableOf(item, who),
});

/** The workflows that `who` may start now. A draft whose time is over has none. */
export const startableOf = (
  tenant: Pick<TenantItem, "status" | "draftUntil">,
  who: Actor = actor(),
): WorkflowName[] => (hasLapsed(tenant) ? [] : startableFor(who, tenant.status));

/** The tenant of this request. Throws `not_found`. */
export const get = async (): Promise<Tenant> => toTenant(await current());
