// The invited person's side: what a token offers, and accepting it, once.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import * as z from "zod";
import * as Account from "../account/index.ts";
import type { Member } from "../account/membership.ts";
import * as Membership from "../account/membership.ts";
import { outranks, role } from "../actor/index.ts";
import { joinWrites } from "../member/joining.ts";
import { plans } from "../plan/index.ts";
import { failedConditions, getItem, transact, unlessChanged } from "../table/index.ts";
import * as User from "../user/index.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { hashOf } from "../util/hash.ts";
import { idOf } from "../util/id.ts";
import { type Invitation, InvitationEntity, InvitationTokenEntity, isOpen } from "./entity.ts";

export const tokenInput = z.strictObject({
  token: z.string().min(20).max(100).describe("The part after # of the link in the mail"),
});

export const offer = z.object({
  accountName: z.string(),
  invitedByName: z.string(),
  email: z.email().describe("The address with which it can be accepted"),
  role,
  expiresAt: z.iso.datetime(),
});

/** The same answer for every invalid token: unknown, used, revoked or expired. */
const invalidToken = () =>
  new VisibleError(
    "not_found",
    "This invitation is not valid any more: it was used or revoked, or has expired. Ask for a new one.",
  );

/** What the token offers. Throws `not_found`. */
export const preview = fn(tokenInput, async ({ token }): Promise<z.output<typeof offer>> => {
  const invitation = await findByToken(token);
  if (!invitation || !isOpen(invitation) || !(await isInviterEntitled(invitation))) throw invalidToken();
  const { email, role, invitedByName, expiresAt } = invitation;
  return {
    accountName: (await Account.read(invitation.accountId)).name,
    invitedByName,
    email,
    role,
    expiresAt,
  };
});

export const acceptance = z.object({ accountId: idOf("account"), role });

/**
 * Makes the signed-in user a member. A repetition by the same person gives the same answer. Throws `not_found`,
 * `forbidden` (another e-mail address), `limit_reached`.
 */
export const accept = fn(tokenInput, async ({ token }): Promise<z.output<typeof acceptance>> => {
  const [invitation, { userId, email }] = await Promise.all([findByToken(token), User.me()]);
  if (!invitation) throw invalidToken();
  if (invitation.email !== email)
    throw new VisibleError(
      "forbidden",
      "This invitation is for another e-mail address. Sign in with the one it was sent to.",
    );
  const { accountId } = invitation;
  const before = await Membership.find(accountId, userId);
  if (invitation.userId === userId && before) return { accountId, role: before.role };
  if (!isOpen(invitation) || !(await isInviterEntitled(invitation))) throw invalidToken();
  if (before) {
    await unlessChanged(() => transact(useWrite(invitation, userId)), invalidToken);
    return { accountId, role: before.role };
  }
  return join(invitation, userId);
});

async function join(invitation: Invitation, userId: string): Promise<z.output<typeof acceptance>> {
  const { accountId, role, tenantIds } = invitation;
  const { plan } = await Account.read(accountId);
  const { members } = plans[plan];
  try {
    await transact(
      useWrite(invitation, userId),
      ...joinWrites(accountId, { userId, role, ...(tenantIds ? { tenantIds } : {}) }, members),
    );
    return { accountId, role };
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    const [isUsed, isMember] = [0, 1].map((index) => failed.includes(index));
    // The same request twice at once: the other one has added the member.
    const member: Member | undefined =
      isUsed || isMember ? await Membership.find(accountId, userId) : undefined;
    if (member) return { accountId, role: member.role };
    if (isUsed) throw invalidToken();
    throw new VisibleError(
      "limit_reached",
      `The account's ${plan} plan has room for ${members} members, and all places are taken. Ask its owner to remove one.`,
    );
  }
}

const useWrite = ({ accountId, invitationId }: Invitation, userId: string) =>
  InvitationEntity.build(UpdateTransaction)
    .item({ accountId, invitationId, status: "accepted", userId })
    .options({ condition: { attr: "status", eq: "open" } });

async function findByToken(token: string): Promise<Invitation | undefined> {
  const pointer = await getItem(InvitationTokenEntity, { hash: hashOf(token) });
  if (!pointer) return undefined;
  const { accountId, invitationId } = pointer;
  return getItem(InvitationEntity, { accountId, invitationId });
}

/** Whether the inviter may still give this role. An invitation ends when its inviter loses that right. */
async function isInviterEntitled({ accountId, invitedBy, role }: Invitation): Promise<boolean> {
  const inviter = await Membership.find(accountId, invitedBy);
  return inviter !== undefined && outranks(inviter.role, role);
}
