// Tenants in the table, and the reads that the other tenant files share.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor/index.ts";
import { planId } from "../plan/index.ts";
import { squadId } from "../squad/index.ts";
import { getAll, getItem, keys, mainTable, now, SELF } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { type TenantStatus, tenantStatus } from "../workflow/status.ts";

export { type TenantStatus, tenantStatus };

export const TenantEntity = new Entity({
  name: "Tenant",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    accountId: string(),
    name: string(),
    goal: string().optional(),
    leadName: string(),
    /** The template of its squad; `clawe` when absent. */
    squad: string()
      .enum(...squadId.options)
      .optional(),
    region: string(),
    timezone: string(),
    plan: string().enum(...planId.options),
    status: string().enum(...tenantStatus.options),
    /** The latest run; absent for a draft. */
    runId: string().optional(),
    /** When a draft expires. */
    draftUntil: string().optional(),
    /** Grows with each change of the settings, so that a concurrent change is noticed. */
    version: number(),
    createdAt: string(),
    updatedAt: string(),
    ttl: number().optional(),
  }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "TENANT" }),
});
export type TenantItem = FormattedItem<typeof TenantEntity>;

/** The tenants of an account. */
export const AccountTenantEntity = new Entity({
  name: "AccountTenant",
  table: mainTable,
  timestamps: false,
  schema: item({
    accountId: string().key(),
    tenantId: string().key(),
    draftUntil: string().optional(),
    ttl: number().optional(),
  }),
  computeKey: ({ accountId, tenantId }) => ({ pk: keys.account(accountId), sk: `TENANT#${tenantId}` }),
});

/**
 * All tenants, for operators, oldest first. Outside of the tenants' own partitions. One partition is enough: it is
 * written only when a workspace is created, and read only by operators.
 */
export const TenantDirectoryEntity = new Entity({
  name: "TenantDirectory",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), ttl: number().optional() }),
  computeKey: ({ tenantId }) => ({ pk: keys.operations("TENANTS"), sk: tenantId }),
});

/** Drafts by their expiry, for the reaper: TTL deletes their items, but not what was written with them. */
export const DraftEntity = new Entity({
  name: "Draft",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), draftUntil: string().key() }),
  computeKey: ({ tenantId, draftUntil }) => ({
    pk: keys.operations("DRAFTS"),
    sk: `UNTIL#${draftUntil}#${tenantId}`,
  }),
});

/** The write that removes a draft from that list. */
export const removeDraftWrite = (tenantId: string, draftUntil: string) =>
  DraftEntity.build(DeleteTransaction).key({ tenantId, draftUntil });

/** The tenant with a public name. Makes names unique. */
export const NameEntity = new Entity({
  name: "Name",
  table: mainTable,
  timestamps: false,
  schema: item({
    name: string().key(),
    tenantId: string(),
    /** When a draft's hold on the name ends; absent when the name is not a draft's. */
    draftUntil: string().optional(),
    ttl: number().optional(),
  }),
  computeKey: ({ name }) => ({ pk: keys.directory("NAME", name), sk: SELF }),
});

export async function find(tenantId: string): Promise<TenantItem | undefined> {
  return getItem(TenantEntity, { tenantId });
}

/** The tenants that exist, in the order of the ids. */
export async function findAll(tenantIds: string[]): Promise<TenantItem[]> {
  return getAll(
    TenantEntity,
    tenantIds.map((tenantId) => ({ tenantId })),
  );
}

/** The tenant of this request. Throws `not_found`. */
export async function current(): Promise<TenantItem> {
  const tenant = await find(currentTenant());
  if (!tenant) throw notFound("workspace");
  return tenant;
}

/** The condition that this tenant can take a name: it is free, the tenant's own, or held by an expired draft. */
export const nameIsFreeCondition = (tenantId: string) => ({
  or: [
    { attr: "tenantId" as const, exists: false as const },
    { attr: "tenantId" as const, eq: tenantId },
    { attr: "draftUntil" as const, lt: now() },
  ],
});

/** Whether this is a draft that has expired. The time is compared, because TTL deletes late. */
export const hasLapsed = ({ draftUntil }: { draftUntil?: string }): boolean =>
  draftUntil !== undefined && Date.parse(draftUntil) <= Date.now();
