// Accounts: who pays. An account owns tenants and has members.
import { Entity } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { currentUser } from "../actor.ts";
import { notFound } from "../error.ts";
import { idOf, newId } from "../id.ts";
import { MemberEntity, membershipsOf, role } from "../member/index.ts";
import { planId, unbilled } from "../plan/index.ts";
import { keys, mainTable, now } from "../table.ts";

export const account = z
  .object({
    accountId: idOf("account"),
    name: z.string(),
    plan: planId,
    workspaces: z.int().describe("Workspaces that count against the plan now"),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Account" });
export type Account = z.output<typeof account>;

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
    createdAt: string(),
  }),
  computeKey: ({ accountId }) => ({ pk: keys.account(accountId), sk: "ACCOUNT" }),
});

/** The writes that give a new user an account of their own. */
export function firstAccountOf({ userId, name }: { userId: string; name: string }) {
  const accountId = newId("account");
  const createdAt = now();
  return [
    AccountEntity.build(PutTransaction).item({
      accountId,
      name: `${name}'s account`,
      plan: unbilled,
      workspaces: 0,
      createdAt,
    }),
    MemberEntity.build(PutTransaction).item({ accountId, userId, role: "owner", createdAt }),
  ] as const;
}

/** The accounts the signed-in user is a member of, with the role in each. */
export async function mine(): Promise<z.output<typeof membership>[]> {
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
  const { Item } = await AccountEntity.build(GetItemCommand)
    .key({ accountId })
    .options({ consistent: true })
    .send();
  if (!Item) throw notFound("account");
  return Item;
}
