// Accounts: they own and pay for tenants, and have members.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { currentAccount, currentUser, role } from "../actor/index.ts";
import { defaultPlan, planId, plans } from "../plan/index.ts";
import { getAll, getItem, keys, mainTable, now, transact, unlessChanged } from "../table/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { lineOf } from "../util/text.ts";
import { MemberEntity, membershipsOf } from "./membership.ts";

export const account = z
  .object({
    accountId: idOf("account"),
    name: z.string(),
    plan: planId,
    workspaces: z.int().describe("Workspaces that count against the plan"),
    members: z.int().describe("Members, who count against the plan"),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Account" });
type Account = FormattedItem<typeof AccountEntity>;

/** An account as one of its members sees it. */
export const membership = account.extend({ role });

export const AccountEntity = new Entity({
  name: "Account",
  table: mainTable,
  timestamps: false,
  schema: item({
    accountId: string().key(),
    name: string(),
    plan: string().enum(...planId.options),
    /** Workspaces that hold a place in a cell: what the plan's limit counts. */
    workspaces: number(),
    /** Members: what the plan's limit counts. */
    members: number(),
    /** Members who are owners: never 0. */
    owners: number(),
    createdAt: string(),
  }),
  computeKey: ({ accountId }) => ({ pk: keys.account(accountId), sk: "ACCOUNT" }),
});

/** Accounts that one person may own: each has the workspaces of a plan. */
const MAX_OWNED = 5;

/** The writes that create an account with one owner. */
function newAccountWrites(owner: { userId: string }, name: string) {
  const accountId = newId("account");
  const createdAt = now();
  const account = { accountId, name, plan: defaultPlan, workspaces: 0, members: 1, owners: 1, createdAt };
  return {
    accountId,
    writes: [
      AccountEntity.build(PutTransaction).item(account),
      MemberEntity.build(PutTransaction).item({
        accountId,
        userId: owner.userId,
        role: "owner",
        createdAt,
      }),
    ] as const,
  };
}

/** The writes that create a new user's first account. */
export function firstAccountWrites({ userId, name }: { userId: string; name: string }) {
  return newAccountWrites({ userId }, `${name}'s account`).writes;
}

export const accountInput = z.strictObject({ name: lineOf(100) });

/** Creates a further account, owned by the signed-in user. Throws `limit_reached`. */
export const create = fn(accountInput, async ({ name }): Promise<Account> => {
  const { userId } = currentUser();
  const owned = (await membershipsOf(userId)).filter(({ role }) => role === "owner");
  if (owned.length >= MAX_OWNED)
    throw new VisibleError(
      "limit_reached",
      `You own ${owned.length} accounts; one person can own ${MAX_OWNED}. Transfer one to somebody else first.`,
    );
  const { accountId, writes } = newAccountWrites({ userId }, name);
  await transact(...writes);
  return read(accountId);
});

/** Throws `not_found`. */
export const rename = fn(accountInput, async ({ name }): Promise<Account> => {
  const accountId = currentAccount();
  await unlessChanged(
    () =>
      AccountEntity.build(UpdateItemCommand)
        .item({ accountId, name })
        .options({ condition: { attr: "accountId", exists: true } })
        .send(),
    () => notFound("account"),
  );
  return read(accountId);
});

/** The account of this request, with the limits of its plan. */
export async function get() {
  const account = await read(currentAccount());
  return { ...account, limits: plans[account.plan] };
}

/** The accounts of which the signed-in user is a member, with the role in each. */
export async function listMine(): Promise<z.output<typeof membership>[]> {
  const memberships = await membershipsOf(currentUser().userId);
  const roles = new Map(memberships.map(({ accountId, role }) => [accountId, role]));
  const accounts = await getAll(
    AccountEntity,
    memberships.map(({ accountId }) => ({ accountId })),
  );
  return accounts.map((account) => ({ ...account, role: roles.get(account.accountId)! }));
}

/** The account with this id. Throws `not_found`. */
export async function read(accountId: string): Promise<Account> {
  const account = await getItem(AccountEntity, { accountId });
  if (!account) throw notFound("account");
  return account;
}
