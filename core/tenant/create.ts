// New tenants: provisioned at once, or as a draft that reserves a name.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import * as z from "zod";
import { cells } from "#platform";
import * as Account from "../account/index.ts";
import { as, currentAccount, currentUser } from "../actor/index.ts";
import * as Run from "../run/index.ts";
import { leadNames, squadId } from "../squad/index.ts";
import { expiresIn, getItem, keys, now, queryAll, transact, unlessChanged } from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { newId } from "../util/id.ts";
import {
  AccountTenantEntity,
  DraftEntity,
  hasLapsed,
  NameEntity,
  nameIsFreeCondition,
  TenantDirectoryEntity,
  TenantEntity,
  type TenantItem,
} from "./entity.ts";
import { assertRoom } from "./limit.ts";
import { nameTaken, tenantName } from "./name.ts";
import { get, goal, leadName, type Tenant, timezone } from "./schema.ts";

export const createInput = z.strictObject({
  name: tenantName,
  goal: goal.optional(),
  leadName: leadName.optional().describe("Name of the lead agent; by default the name in the template"),
  squad: squadId.default("clawe").describe("The template of the squad"),
  timezone: timezone.default("UTC"),
  draft: z
    .boolean()
    .default(false)
    .describe("Only reserve the name, for 24 hours; provisioning starts on request"),
});

const DRAFT_SECONDS = 24 * 3600;

type NewTenant = Omit<TenantItem, "status" | "runId" | "draftUntil" | "ttl">;

/**
 * Creates a tenant and queues its provisioning in one transaction. A draft only reserves its name.
 * Throws `name_taken`, `limit_reached`.
 */
export const create = fn(
  createInput,
  async ({ draft, ...input }): Promise<{ tenant: Tenant; run?: Run.Run }> => {
    const accountId = currentAccount();
    const account = await Account.read(accountId);
    assertRoom(account, draft ? await countDrafts(accountId) : 0);
    if (await isNameTaken(input.name)) throw nameTaken(input.name);
    const at = now();
    const tenant: NewTenant = {
      ...input,
      leadName: input.leadName ?? leadNames[input.squad],
      ...{ tenantId: newId("tenant"), accountId, region: cells[0]!.cell.region, plan: account.plan },
      ...{ version: 1, createdAt: at, updatedAt: at },
    };
    return draft ? createDraft(tenant) : createProvisioned(tenant);
  },
);

async function createProvisioned(tenant: NewTenant): Promise<{ tenant: Tenant; run: Run.Run }> {
  const { tenantId, accountId } = tenant;
  const runId = newId("run");
  await transact(
    TenantEntity.build(PutTransaction).item({ ...tenant, status: "provisioning", runId }),
    AccountTenantEntity.build(PutTransaction).item({ accountId, tenantId }),
    TenantDirectoryEntity.build(PutTransaction).item({ tenantId }),
    ...Run.queueWrites(tenantId, runId, "provision"),
  );
  const [created, run] = await as({ ...currentUser(), tenantId }, () => Promise.all([get(), Run.get(runId)]));
  return { tenant: created, run };
}

async function createDraft(tenant: NewTenant): Promise<{ tenant: Tenant }> {
  const { tenantId, accountId, name } = tenant;
  const draftUntil = new Date(Date.now() + DRAFT_SECONDS * 1000).toISOString();
  const expiry = { draftUntil, ttl: expiresIn(DRAFT_SECONDS) };
  await unlessChanged(
    () =>
      transact(
        TenantEntity.build(PutTransaction).item({ ...tenant, ...expiry, status: "draft" }),
        AccountTenantEntity.build(PutTransaction).item({ accountId, tenantId, ...expiry }),
        TenantDirectoryEntity.build(PutTransaction).item({ tenantId, ttl: expiry.ttl }),
        DraftEntity.build(PutTransaction).item({ tenantId, draftUntil }),
        NameEntity.build(PutTransaction)
          .item({ name, tenantId, ...expiry })
          .options({ condition: nameIsFreeCondition(tenantId) }),
      ),
    () => nameTaken(name),
  );
  return { tenant: await as({ ...currentUser(), tenantId }, get) };
}

async function countDrafts(accountId: string): Promise<number> {
  const where = { partition: keys.account(accountId), prefix: "TENANT#" };
  const pointers = await Array.fromAsync(queryAll(AccountTenantEntity, where));
  return pointers.filter((pointer) => pointer.draftUntil && !hasLapsed(pointer)).length;
}

async function isNameTaken(name: string): Promise<boolean> {
  const holder = await getItem(NameEntity, { name });
  return holder !== undefined && !hasLapsed(holder);
}
