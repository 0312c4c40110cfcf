// The tenants that a member may see, and giving up a draft.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import * as Membership from "../account/membership.ts";
import { currentAccount, currentUser } from "../actor/index.ts";
import {
  getItem,
  keys,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
  unlessChanged,
} from "../table/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import {
  AccountTenantEntity,
  current,
  find,
  findAll,
  hasLapsed,
  NameEntity,
  TenantEntity,
} from "./entity.ts";
import { tenantName } from "./name.ts";
import { type Tenant, toTenant } from "./schema.ts";

/** The account's tenants that the member may see, oldest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Tenant>> => {
  const member = currentUser();
  const where = { partition: keys.account(currentAccount()), prefix: "TENANT#" };
  const { items: pointers, cursor } = await queryPage(AccountTenantEntity, where, page);
  const visible = pointers.filter(
    (pointer) => Membership.canSee(member, pointer.tenantId) && !hasLapsed(pointer),
  );
  const found = await findAll(visible.map(({ tenantId }) => tenantId));
  return { items: found.map((item) => toTenant(item)), cursor };
});

/** The workspace with this public name. Throws `not_found`, also for somebody who may not see it. */
export const getByName = fn(tenantName, async (name): Promise<Tenant> => {
  const holder = await getItem(NameEntity, { name });
  const tenant = holder && !hasLapsed(holder) ? await find(holder.tenantId) : undefined;
  const who = currentUser();
  const member = tenant && (await Membership.find(tenant.accountId, who.userId));
  if (!tenant || !member || !Membership.canSee(member, tenant.tenantId)) throw notFound("workspace");
  return toTenant(tenant, { ...who, role: member.role });
});

/** Gives up a draft and its name. Throws `conflict` unless it is a draft. */
export async function discard(): Promise<void> {
  const { tenantId, accountId, name } = await current();
  const holder = await getItem(NameEntity, { name });
  await unlessChanged(
    () =>
      transact(
        TenantEntity.build(UpdateTransaction)
          .item({ tenantId, status: "deleted", updatedAt: now() })
          .options({ condition: { attr: "status", eq: "draft" } }),
        AccountTenantEntity.build(DeleteTransaction).key({ accountId, tenantId }),
        ...(holder?.tenantId === tenantId
          ? [
              NameEntity.build(DeleteTransaction)
                .key({ name })
                .options({ condition: { attr: "tenantId", eq: tenantId } }),
            ]
          : []),
      ),
    () => new VisibleError("conflict", "Only a draft can be discarded. Delete the workspace instead."),
  );
}
