// Accounts: who pays. An account owns tenants and has members.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { currentAccount, currentUser, role } from "../actor/index.ts";
import { defaultPlan, planId, plans } from "../plan/index.ts";
import { getItem, keys, mainTable, now, transact, unlessChanged } from "../table/index.ts";
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
    workspaces: z.int().describe("Workspaces that count against the plan now"),
    members: z.int().describe("People who count against the plan now"),
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
    /** Workspaces that hold a place now: what the plan's limit counts. */
    workspaces: number(),
    /** People, as the plan's limit counts them. */
    members: number(),
    /** How many of them are owners: never none. */
    owners: number(),
    createdAt: string(),
  }),
  computeKey: ({ accountId }) => ({ pk: keys.account(accountId), sk: "ACCOUNT" }),
});

/** How many accounts one person may own: each comes with a plan's worth of workspaces. */
const MAX_OWNED = 5;

/** The writes that make an account with one owner. */
function newAccountWrites(owner: { userId: string }, name: string) {
  const accountId = newId("account");
  const createdAt = now();
  const founded = { accountId, name, plan: defaultPlan, workspaces: 0, members: 1, owners: 1, createdAt };
  return {
    accountId,
    writes: [
      AccountEntity.build(PutTransaction).item(founded),
      MemberEntity.build(PutTransaction).item({
        accountId,
        userId: owner.userId,
        role: "owner",
        createdAt,
      }),
    ] as const,
  };
}

/** The writes that give a new user an account of their own. */
export function firstAccountWrites({ userId, name }: { userId: string; name: string }) {
  return newAccountWrites({ userId }, `${name}'s account`).writes;
}

export const accountInput = z.strictObject({ name: lineOf(100) });

/** A further account, owned by who asks. Throws `limit_reached`. */
export const create = fn(accountInput, async ({ name }): Promise<Account> => {
  const { userId } = currentUser();
  const owned = (await membershipsOf(userId)).filter(({ role }) => role === "owner");
  if (owned.length >= MAX_OWNED)
    throw new VisibleError(
      "limit_reached",
      `You own ${owned.length} accounts, and ${MAX_OWNED} is the most. Hand one over first.`,
    );
  const { accountId, writes } = newAccountWrites({ userId }, name);
  await transact(...writes);
  return read(accountId);
});

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

/** The account of this request, with what its plan allows. */
export async function get() {
  const found = await read(currentAccount());
  return { ...found, limits: plans[found.plan] };
}

/** The accounts the signed-in user is a member of, with the role in each. */
export async function listMine(): Promise<z.output<typeof membership>[]> {
  const memberships = await membershipsOf(currentUser().userId);
  if (memberships.length === 0) return [];
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(
        ...memberships.map(({ accountId }) => AccountEntity.build(BatchGetRequest).key({ accountId })),
      )
      .options({ consistent: true }),
  );
  const accounts = ((Responses?.[0] ?? []) as (Account | undefined)[]).filter((found) => found !== undefined);
  return memberships.flatMap(({ accountId, role }) => {
    const found = accounts.find((candidate) => candidate.accountId === accountId);
    return found ? [{ ...found, role }] : [];
  });
}

/** An account that must exist. */
export async function read(accountId: string): Promise<Account> {
  const Item = await getItem(AccountEntity, { accountId });
  if (!Item) throw notFound("account");
  return Item;
}
