// Members of an account and their roles. An account always has an owner.
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import { AccountEntity } from "../account/index.ts";
import * as Membership from "../account/membership.ts";
import { type Member, MemberEntity } from "../account/membership.ts";
import { as, currentAccount, currentUser, hasRole, outranks, type Role, role } from "../actor/index.ts";
import * as Socket from "../socket/index.ts";
import {
  failedConditions,
  getAll,
  keys,
  type Page,
  pageQuery,
  queryAll,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";
import { AccountTenantEntity } from "../tenant/index.ts";
import { UserEntity } from "../user/index.ts";
import { invalidField, notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { assertTenants, narrowing } from "./narrowing.ts";

export const member = z
  .object({
    userId: idOf("user"),
    name: z.string(),
    email: z.email(),
    role,
    tenantIds: narrowing.optional(),
    createdAt: z.iso.datetime().describe("When they joined"),
  })
  .meta({ id: "Member" });
type MemberDetails = z.output<typeof member>;

/** The account's members. */
export const list = fn(pageQuery, async (page): Promise<Page<MemberDetails>> => {
  const where = { partition: keys.account(currentAccount()), prefix: "MEMBER#" };
  const { items, cursor } = await queryPage(MemberEntity, where, page);
  return { items: await toDetails(items), cursor };
});

async function toDetails(members: Member[]): Promise<MemberDetails[]> {
  const users = await getAll(
    UserEntity,
    members.map(({ userId }) => ({ userId })),
  );
  const byId = new Map(users.map((user) => [user.userId, user]));
  return members.flatMap(({ userId, role, tenantIds, createdAt }) => {
    const user = byId.get(userId);
    return user ? [{ userId, name: user.name, email: user.email, role, tenantIds, createdAt }] : [];
  });
}

async function read(userId: string): Promise<Member> {
  const membership = await Membership.find(currentAccount(), userId);
  if (!membership) throw notFound("member");
  return membership;
}

/** The actor, with the role that the resolver has found. */
function currentMember(): { accountId: string; userId: string; role: Role } {
  const { accountId = currentAccount(), userId, role = "viewer" } = currentUser();
  return { accountId, userId, role };
}

/** The check that the actor still has the role with which the change was permitted. */
function actorCheckWrites(target: string): Write[] {
  const { accountId, userId, role } = currentMember();
  // An item takes part in a transaction once: the write to the actor's own membership has this condition itself.
  if (target === userId) return [];
  return [
    MemberEntity.build(ConditionCheck).key({ accountId, userId }).condition({ attr: "role", eq: role }),
  ];
}

const lastOwner = () =>
  new VisibleError("conflict", "An account needs an owner. Make somebody else an owner first.");
const membersChanged = () =>
  new VisibleError(
    "conflict",
    "Somebody else changed the members at the same time. Reload them, then try again.",
  );

/** Updates the counts of members and owners. Fails when it would remove the last owner. */
function countWrites(change: { members?: number; owners?: number }): Write[] {
  const { members, owners } = change;
  if (!members && !owners) return [];
  const update = AccountEntity.build(UpdateTransaction).item({
    accountId: currentAccount(),
    ...(members ? { members: $add(members) } : {}),
    ...(owners ? { owners: $add(owners) } : {}),
  });
  return [owners && owners < 0 ? update.options({ condition: { attr: "owners", gt: 1 } }) : update];
}

/** Executes `writes` and `counters` as one. Throws `conflict`: the members have changed, or the last owner would go. */
async function commit(writes: Write[], counters: Write[]): Promise<void> {
  try {
    await transact(...writes, ...counters);
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    throw failed.some((index) => index < writes.length) ? membersChanged() : lastOwner();
  }
}

function assertOutranks(target: Role): void {
  const { role } = currentMember();
  if (!outranks(role, target))
    throw new VisibleError(
      "forbidden",
      `With the role ${role} you cannot manage the role ${target}. Ask an owner of the account.`,
    );
}

export const memberChange = z.strictObject({
  role: role.optional(),
  tenantIds: narrowing
    .nullable()
    .optional()
    .describe(
      "The only workspaces that the member sees; null for all of them. For the roles member and viewer",
    ),
});

/**
 * Changes a member's role, or which tenants they see. Owners may change everybody. Others may change only members below
 * their own role, and give only roles below it. Throws `forbidden`, `invalid`, `not_found`, `conflict` (the last owner,
 * or a concurrent change).
 */
export const change = fn(
  z.object({ userId: idOf("user"), input: memberChange }),
  async ({ userId, input }): Promise<MemberDetails> => {
    const before = await read(userId);
    const newRole = input.role ?? before.role;
    assertOutranks(before.role);
    assertOutranks(newRole);
    const seesAll = hasRole(newRole, "admin");
    if (input.tenantIds) await assertTenants(input.tenantIds, newRole);
    const tenantIds =
      seesAll || input.tenantIds === null ? $remove() : input.tenantIds && $set(input.tenantIds);
    const owners = Number(newRole === "owner") - Number(before.role === "owner");
    await commit(
      [
        MemberEntity.build(UpdateTransaction)
          .item({ accountId: before.accountId, userId, role: newRole, ...(tenantIds ? { tenantIds } : {}) })
          .options({ condition: { attr: "role", eq: before.role } }),
        ...actorCheckWrites(userId),
      ],
      countWrites({ owners }),
    );
    const after = await read(userId);
    if (after.tenantIds) await removeConnections(after);
    const [details] = await toDetails([after]);
    if (!details) throw notFound("member");
    return details;
  },
);

/** Removes a member. Throws `forbidden`, `not_found`, `conflict` (the last owner, or a concurrent change). */
export const remove = fn(idOf("user"), async (userId): Promise<void> => {
  const before = await read(userId);
  assertOutranks(before.role);
  await commit([removeWrite(before), ...actorCheckWrites(userId)], leaveWrites(before));
  await removeConnections({ ...before, tenantIds: [] });
});

/** Removes the signed-in user from the account. Throws `conflict` for the last owner. */
export async function leave(): Promise<void> {
  const before = await read(currentUser().userId);
  await commit([removeWrite(before)], leaveWrites(before));
  await removeConnections({ ...before, tenantIds: [] });
}

/** Ends updates to the member's open pages of tenants that they may no longer see. */
async function removeConnections({ accountId, userId, tenantIds }: Member): Promise<void> {
  const where = { partition: keys.account(accountId), prefix: "TENANT#" };
  for await (const { tenantId } of queryAll(AccountTenantEntity, where))
    if (!Membership.canSee({ tenantIds }, tenantId))
      await as({ type: "system", tenantId }, () => Socket.removeConnectionsOf(userId));
}

const removeWrite = ({ accountId, userId, role }: Member): Write =>
  MemberEntity.build(DeleteTransaction)
    .key({ accountId, userId })
    .options({ condition: { attr: "role", eq: role } });

const leaveWrites = ({ role }: Member): Write[] =>
  countWrites({ members: -1, owners: role === "owner" ? -1 : 0 });

/** Makes another member an owner and the signed-in owner an admin. Throws `invalid`, `not_found`, `conflict`. */
export const transferOwnership = fn(idOf("user"), async (userId): Promise<void> => {
  const me = currentMember();
  const target = await read(userId);
  if (target.role === "owner") throw invalidField("body.userId", "is already an owner");
  const { accountId } = me;
  await commit(
    [
      MemberEntity.build(UpdateTransaction)
        .item({ accountId, userId: me.userId, role: "admin" })
        .options({ condition: { attr: "role", eq: "owner" } }),
      MemberEntity.build(UpdateTransaction)
        .item({ accountId, userId, role: "owner", tenantIds: $remove() })
        .options({ condition: { attr: "role", eq: target.role } }),
    ],
    [],
  );
});
