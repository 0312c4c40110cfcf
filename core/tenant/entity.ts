// How a tenant is stored, and the ways into it that its own nouns share.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { currentTenant } from "../actor.ts";
import { notFound } from "../error.ts";
import { planId } from "../plan/index.ts";
import { keys, mainTable, SELF } from "../table.ts";

export const tenantStatus = z.enum([
  "draft",
  "provisioning",
  "active",
  "sleeping",
  "stopped",
  "suspended",
  "deprovisioning",
  "deleted",
  "error",
]);
export type TenantStatus = z.output<typeof tenantStatus>;

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
    region: string(),
    timezone: string(),
    plan: string().enum(...planId.options),
    status: string().enum(...tenantStatus.options),
    /** The newest run. */
    runId: string(),
    createdAt: string(),
    updatedAt: string(),
  }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "TENANT" }),
});
export type TenantItem = FormattedItem<typeof TenantEntity>;

/** Which tenants an account has. */
export const AccountTenantEntity = new Entity({
  name: "AccountTenant",
  table: mainTable,
  timestamps: false,
  schema: item({ accountId: string().key(), tenantId: string().key() }),
  computeKey: ({ accountId, tenantId }) => ({ pk: keys.account(accountId), sk: `TENANT#${tenantId}` }),
});

/** Which tenant has a public name: makes names unique. */
export const NameEntity = new Entity({
  name: "Name",
  table: mainTable,
  timestamps: false,
  schema: item({ name: string().key(), tenantId: string() }),
  computeKey: ({ name }) => ({ pk: keys.directory("NAME", name), sk: SELF }),
});

export async function find(tenantId: string): Promise<TenantItem | undefined> {
  const { Item } = await TenantEntity.build(GetItemCommand)
    .key({ tenantId })
    .options({ consistent: true })
    .send();
  return Item;
}

/** The tenant of this request. */
export async function current(): Promise<TenantItem> {
  const found = await find(currentTenant());
  if (!found) throw notFound("workspace");
  return found;
}
