// The invited person's side: what a token offers, and taking it up, once.
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
import { idOf } from "../util/id.ts";
import { hashOf, type Invitation, InvitationEntity, InvitationTokenEntity, isOpen } from "./entity.ts";

export const tokenInput = z.strictObject({
  token: z.string().min(20).max(100).describe("What follows # in the link of the mail"),
});

export const offer = z.object({
  accountName: z.string(),
  invitedByName: z.string(),
  email: z.email().describe("Whose sign-in can accept it"),
  role,
  expiresAt: z.iso.datetime(),
});

/** One answer for every token that opens nothing: unknown, used, revoked, too old. */
const gone = () =>
  new VisibleError("not_found", "This invitation is used, revoked or too old. Ask for a new one.");

/** What the token offers, before it is accepted. Throws `not_found`. */
export const preview = fn(tokenInput, async ({ token }): Promise<z.output<typeof offer>> => {
  const found = await byToken(token);
  if (!found || !isOpen(found) || !(await stillMeant(found))) throw gone();
  const { email, role, invitedByName, expiresAt } = found;
  return { accountName: (await Account.read(found.accountId)).name, invitedByName, email, role, expiresAt };
});

export const acceptance = z.object({ accountId: idOf("account"), role });

/**
 * Makes the signed-in user a member. Again, by the same person, gives the same answer. Throws `not_found`, `forbidden`
 * (another e-mail address), `limit_reached`, `conflict` (changed meanwhile).
 */
export const accept = fn(tokenInput, async ({ token }): Promise<z.output<typeof acceptance>> => {
  const [found, { userId, email }] = await Promise.all([byToken(token), User.me()]);
  if (!found) throw gone();
  if (found.email !== email)
    throw new VisibleError(
      "forbidden",
      "This invitation is for another e-mail address. Sign in with the one it was sent to.",
    );
  const { accountId } = found;
  const before = await Membership.find(accountId, userId);
  if (found.userId === userId && before) return { accountId, role: before.role };
  if (!isOpen(found) || !(await stillMeant(found))) throw gone();
  if (before) {
    await unlessChanged(() => transact(useWrite(found, userId)), gone);
    return { accountId, role: before.role };
  }
  return join(found, userId);
});

async function join(found: Invitation, userId: string): Promise<z.output<typeof acceptance>> {
  const { accountId, role, tenantIds } = found;
  const { plan } = await Account.read(accountId);
  const { members } = plans[plan];
  try {
    await transact(
      useWrite(found, userId),
      ...joinWrites(accountId, { userId, role, ...(tenantIds ? { tenantIds } : {}) }, members),
    );
    return { accountId, role };
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    const [isUsed, isMember] = [0, 1].map((index) => failed.includes(index));
    // The same request twice at once: the other one has made them a member.
    const member: Member | undefined =
      isUsed || isMember ? await Membership.find(accountId, userId) : undefined;
    if (member) return { accountId, role: member.role };
    if (isUsed) throw gone();
    throw new VisibleError(
      "limit_reached",
      `The account has no room for another member: its ${plan} plan has ${members}. Ask its owner to make room.`,
    );
  }
}

const useWrite = ({ accountId, invitationId }: Invitation, userId: string) =>
  InvitationEntity.build(UpdateTransaction)
    .item({ accountId, invitationId, status: "accepted", userId })
    .options({ condition: { attr: "status", eq: "open" } });

async function byToken(token: string): Promise<Invitation | undefined> {
  const pointer = await getItem(InvitationTokenEntity, { hash: hashOf(token) });
  if (!pointer) return undefined;
  const { accountId, invitationId } = pointer;
  return getItem(InvitationEntity, { accountId, invitationId });
}

/** Who has lost the rank to invite somebody like this has lost it for what they had sent, too. */
async function stillMeant({ accountId, invitedBy, role }: Invitation): Promise<boolean> {
  const inviter = await Membership.find(accountId, invitedBy);
  return inviter !== undefined && outranks(inviter.role, role);
}
