// Members: who of an account may do what. An account is never without an owner.
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove, $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { AccountEntity } from "../account/index.ts";
import * as Membership from "../account/membership.ts";
import { type Member, MemberEntity } from "../account/membership.ts";
import { as, currentAccount, currentUser, hasRole, outranks, type Role, role } from "../actor/index.ts";
import * as Socket from "../socket/index.ts";
import {
  failedConditions,
  keys,
  mainTable,
  type Page,
  pageQuery,
  queryAll,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";
import { AccountTenantEntity } from "../tenant/index.ts";
import type * as User from "../user/index.ts";
import { UserEntity } from "../user/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
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
type Shown = z.output<typeof member>;

/** The account's members. */
export const list = fn(pageQuery, async (page): Promise<Page<Shown>> => {
  const where = { partition: keys.account(currentAccount()), prefix: "MEMBER#" };
  const { items, cursor } = await queryPage(MemberEntity, where, page);
  return { items: await shown(items), cursor };
});

async function shown(members: Member[]): Promise<Shown[]> {
  if (members.length === 0) return [];
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(...members.map(({ userId }) => UserEntity.build(BatchGetRequest).key({ userId })))
      .options({ consistent: true }),
  );
  const people = (Responses?.[0] ?? []) as (User.User | undefined)[];
  return members.flatMap(({ userId, role, tenantIds, createdAt }) => {
    const person = people.find((candidate) => candidate?.userId === userId);
    return person ? [{ userId, name: person.name, email: person.email, role, tenantIds, createdAt }] : [];
  });
}

async function existing(userId: string): Promise<Member> {
  const found = await Membership.find(currentAccount(), userId);
  if (!found) throw notFound("member");
  return found;
}

/** Who acts, with the role that the resolver has found. */
function acting(): { accountId: string; userId: string; role: Role } {
  const { accountId = currentAccount(), userId, role = "viewer" } = currentUser();
  return { accountId, userId, role };
}

/** That who acts is still what they were when their right to it was checked. */
function keepOwnerWrites(target: string): Write[] {
  const { accountId, userId, role } = acting();
  // One item takes part in a transaction once: a write to it has the condition itself.
  if (target === userId) return [];
  return [
    MemberEntity.build(ConditionCheck).key({ accountId, userId }).condition({ attr: "role", eq: role }),
  ];
}

const lastOwner = () =>
  new VisibleError("conflict", "An account needs an owner. Make somebody else an owner first.");
const meanwhile = () =>
  new VisibleError("conflict", "Somebody has changed the members meanwhile. Look again and repeat it.");

/** The count of people and owners after a change; the last owner's going makes it fail. */
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

/** Writes `writes` first, then the counters; says which of them did not hold. */
async function settle(writes: Write[], counters: Write[]): Promise<void> {
  try {
    await transact(...writes, ...counters);
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    throw failed.some((index) => index < writes.length) ? meanwhile() : lastOwner();
  }
}

function assertOutranks(target: Role): void {
  const { role } = acting();
  if (!outranks(role, target))
    throw new VisibleError(
      "forbidden",
      `With the role ${role} you cannot do this to somebody who is ${target}.`,
    );
}

export const memberChange = z.strictObject({
  role: role.optional(),
  tenantIds: narrowing
    .nullable()
    .optional()
    .describe("The only workspaces they see; null: all of them. For members and viewers"),
});

/**
 * Changes a member's role, or which tenants they see. Nobody changes somebody at or above their own rank but an owner,
 * and nobody gives a rank that is not below their own but an owner. Throws `forbidden`, `invalid`, `not_found`,
 * `conflict` (the last owner; or changed meanwhile).
 */
export const change = fn(
  z.object({ userId: idOf("user"), input: memberChange }),
  async ({ userId, input }): Promise<Shown> => {
    const before = await existing(userId);
    const wanted = input.role ?? before.role;
    assertOutranks(before.role);
    assertOutranks(wanted);
    const manages = hasRole(wanted, "admin");
    if (input.tenantIds) await assertTenants(input.tenantIds, wanted);
    const tenantIds =
      manages || input.tenantIds === null ? $remove() : input.tenantIds && $set(input.tenantIds);
    const owners = Number(wanted === "owner") - Number(before.role === "owner");
    await settle(
      [
        MemberEntity.build(UpdateTransaction)
          .item({ accountId: before.accountId, userId, role: wanted, ...(tenantIds ? { tenantIds } : {}) })
          .options({ condition: { attr: "role", eq: before.role } }),
        ...keepOwnerWrites(userId),
      ],
      countWrites({ owners }),
    );
    const after = await existing(userId);
    if (after.tenantIds) await closePages(after);
    const [seen] = await shown([after]);
    if (!seen) throw notFound("member");
    return seen;
  },
);

/** Ends somebody's membership. Throws `forbidden`, `not_found`, `conflict` (the last owner; or changed meanwhile). */
export const remove = fn(idOf("user"), async (userId): Promise<void> => {
  const before = await existing(userId);
  assertOutranks(before.role);
  await settle([removeWrite(before), ...keepOwnerWrites(userId)], leaveWrites(before));
  await closePages({ ...before, tenantIds: [] });
});

/** Ends one's own membership, whatever the role. Throws `conflict` for the last owner. */
export async function leave(): Promise<void> {
  const before = await existing(currentUser().userId);
  await settle([removeWrite(before)], leaveWrites(before));
  await closePages({ ...before, tenantIds: [] });
}

/** Open pages of the account's tenants that the member does not see any more hear nothing more of them. */
async function closePages({ accountId, userId, tenantIds }: Member): Promise<void> {
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

/** Makes another member an owner and oneself an admin, both or neither. Throws `invalid`, `not_found`, `conflict`. */
export const transferOwnership = fn(idOf("user"), async (userId): Promise<void> => {
  const me = acting();
  const target = await existing(userId);
  if (target.role === "owner") {
    const message = "is an owner already";
    throw new VisibleError("invalid", `body.userId: ${message}`, {
      fields: [{ field: "body.userId", message }],
    });
  }
  const { accountId } = me;
  await settle(
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
