// Memberships: who belongs to an account, with which role.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { string } from "dynamodb-toolbox/schema/string";
import { role } from "../actor/index.ts";
import { getItem, keys, mainTable, queryPage } from "../table/index.ts";

export const MemberEntity = new Entity({
  name: "Member",
  table: mainTable,
  timestamps: false,
  schema: item({
    accountId: string().key(),
    userId: string().key(),
    role: string().enum(...role.options),
    /** The only tenants that the member sees; all of the account's when absent. */
    tenantIds: listOf(string()).optional(),
    createdAt: string(),
  }).and((prev) => ({
    gsi1pk: string()
      .hidden()
      .link<typeof prev>(({ userId }) => keys.user(userId)),
    gsi1sk: string()
      .hidden()
      .link<typeof prev>(({ accountId }) => `MEMBER#${accountId}`),
  })),
  computeKey: ({ accountId, userId }) => ({ pk: keys.account(accountId), sk: `MEMBER#${userId}` }),
});
export type Member = FormattedItem<typeof MemberEntity>;

/** The user's membership in the account, if any. */
export async function find(accountId: string, userId: string): Promise<Member | undefined> {
  return getItem(MemberEntity, { accountId, userId });
}

/** The memberships of a user, at most 100: a person is in few accounts. */
export async function membershipsOf(userId: string): Promise<Member[]> {
  const where = { index: "gsi1", partition: keys.user(userId), prefix: "MEMBER#" } as const;
  return (await queryPage(MemberEntity, where, { limit: 100 })).items;
}

/** Whether the member may see this tenant of the account. */
export const canSee = ({ tenantIds }: Pick<Member, "tenantIds">, tenantId: string): boolean =>
  tenantIds?.includes(tenantId) ?? true;
