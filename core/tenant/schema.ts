// What the API shows of a tenant, and the schemas of its settings.
import * as z from "zod";
import { type Actor, actor } from "../actor/index.ts";
import { planId } from "../plan/index.ts";
import { squadId } from "../squad/index.ts";
import { idOf } from "../util/id.ts";
import { lineOf } from "../util/text.ts";
import { type WorkflowName, workflowName } from "../workflow/definitions.ts";
import { startableFor } from "../workflow/start.ts";
import { current, hasLapsed, type TenantItem, tenantStatus } from "./entity.ts";
import { tenantName } from "./name.ts";

export const tenant = z
  .object({
    tenantId: idOf("tenant"),
    accountId: idOf("account"),
    name: tenantName,
    goal: z.string().optional(),
    leadName: z.string(),
    squad: squadId.optional().describe("The template of the squad; `clawe` when absent"),
    region: z.string(),
    timezone: z.string(),
    plan: planId,
    status: tenantStatus,
    runId: idOf("run").optional().describe("The latest run; absent for a draft"),
    startable: z
      .array(workflowName)
      .describe("Workflows that the caller may start now, by the status and the caller's role"),
    draftUntil: z.iso.datetime().optional().describe("When a draft expires and its name is free again"),
    version: z.int().describe("Send it with a change, which is refused if somebody else made one before"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Tenant" });
export type Tenant = z.output<typeof tenant>;

/** A tenant as the API returns it to `who`. */
export const toTenant = (item: TenantItem, who: Actor = actor()): Tenant => ({
  ...item,
  startable: startableOf(item, who),
});

/** The workflows that `who` may start now. An expired draft has none. */
export const startableOf = (
  tenant: Pick<TenantItem, "status" | "draftUntil">,
  who: Actor = actor(),
): WorkflowName[] => (hasLapsed(tenant) ? [] : startableFor(who, tenant.status));

/** The tenant of this request as the API returns it. Throws `not_found`. */
export const get = async (): Promise<Tenant> => toTenant(await current());

/** Browsers prefer different names (Asia/Kolkata, Asia/Calcutta), so every name that resolves is valid. */
function isTimeZone(zone: string): boolean {
  // An offset resolves too, but has no daylight saving time.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() !== "";
  } catch {
    // Intl throws for an unknown zone.
    return false;
  }
}

export const timezone = z
  .string()
  .max(64)
  .refine(isTimeZone, "is not an IANA time zone")
  .describe("IANA time zone of its routines");

export const goal = z.string().trim().max(1000).describe("What the squad is for");
export const leadName = lineOf(40).describe("Name of the lead agent");
