// New members: the membership and its place in the plan are one transaction.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { AccountEntity } from "../account/index.ts";
import { MemberEntity } from "../account/membership.ts";
import type { Role } from "../actor/index.ts";
import { now, type Write } from "../table/index.ts";

/**
 * The writes that add a member, in this order: the membership, whose condition fails when there is one, and the place
 * in the plan, whose condition fails when the account has `limit` members.
 */
export function joinWrites(
  accountId: string,
  member: { userId: string; role: Role; tenantIds?: string[] },
  limit = Number.MAX_SAFE_INTEGER,
): [Write, Write] {
  const isOwner = member.role === "owner";
  return [
    MemberEntity.build(PutTransaction)
      .item({ accountId, ...member, createdAt: now() })
      .options({ condition: { attr: "role", exists: false } }),
    AccountEntity.build(UpdateTransaction)
      .item({ accountId, members: $add(1), ...(isOwner ? { owners: $add(1) } : {}) })
      .options({ condition: { attr: "members", lt: limit } }),
  ];
}
