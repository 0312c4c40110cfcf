// How a tenant is stored, and the ways into it that its own nouns share.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import { currentTenant } from "../actor/index.ts";
import { planId } from "../plan/index.ts";
import { squadId } from "../squad/index.ts";
import { getItem, keys, mainTable, now, SELF } from "../table/index.ts";
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
    /** The template of its squad; the standard one when absent. */
    squad: string()
      .enum(...squadId.options)
      .optional(),
    region: string(),
    timezone: string(),
    plan: string().enum(...planId.options),
    status: string().enum(...tenantStatus.options),
    /** The newest run; a draft has none yet. */
    runId: string().optional(),
    /** Until when a draft waits. */
    draftUntil: string().optional(),
    /** Grows with each change of the settings, so that two who edit at once notice. */
    version: number(),
    createdAt: string(),
    updatedAt: string(),
    ttl: number().optional(),
  }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "TENANT" }),
});
export type TenantItem = FormattedItem<typeof TenantEntity>;

/** Which tenants an account has. */
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
 * written to when a workspace is made, and read by operators only.
 */
export const TenantDirectoryEntity = new Entity({
  name: "TenantDirectory",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), ttl: number().optional() }),
  computeKey: ({ tenantId }) => ({ pk: keys.operations("TENANTS"), sk: tenantId }),
});

/** Drafts by the end of their time, for the reaper: TTL deletes their own items, not what was written beside those. */
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

/** The write that takes a draft off that list. */
export const removeDraftWrite = (tenantId: string, draftUntil: string) =>
  DraftEntity.build(DeleteTransaction).key({ tenantId, draftUntil });

/** Which tenant has a public name: makes names unique. */
export const NameEntity = new Entity({
  name: "Name",
  table: mainTable,
  timestamps: false,
  schema: item({
    name: string().key(),
    tenantId: string(),
    /** Until when a draft holds it; absent: held for good. */
    draftUntil: string().optional(),
    ttl: number().optional(),
  }),
  computeKey: ({ name }) => ({ pk: keys.directory("NAME", name), sk: SELF }),
});

export async function find(tenantId: string): Promise<TenantItem | undefined> {
  return getItem(TenantEntity, { tenantId });
}

/** Those of the tenants that exist, in the same order. */
export async function findAll(tenantIds: string[]): Promise<TenantItem[]> {
  if (tenantIds.length === 0) return [];
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(...tenantIds.map((tenantId) => TenantEntity.build(BatchGetRequest).key({ tenantId })))
      .options({ consistent: true }),
  );
  return ((Responses?.[0] ?? []) as (TenantItem | undefined)[]).filter((found) => found !== undefined);
}

/** The tenant of this request. */
export async function current(): Promise<TenantItem> {
  const found = await find(currentTenant());
  if (!found) throw notFound("workspace");
  return found;
}

/** That a name is free for this tenant: nobody's, its own, or held by a draft whose time is over. */
export const nameIsFreeCondition = (tenantId: string) => ({
  or: [
    { attr: "tenantId" as const, exists: false as const },
    { attr: "tenantId" as const, eq: tenantId },
    { attr: "draftUntil" as const, lt: now() },
  ],
});

/** Whether this was a draft that nobody started in time. The time is compared, because TTL deletes late. */
export const hasLapsed = ({ draftUntil }: { draftUntil?: string }): boolean =>
  draftUntil !== undefined && Date.parse(draftUntil) <= Date.now();
