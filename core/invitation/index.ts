// Invitations to an account: a link that is mailed, works once and expires after a week.
import { randomBytes } from "node:crypto";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import * as z from "zod";
import { mail, site } from "#platform";
import * as Account from "../account/index.ts";
import * as Membership from "../account/membership.ts";
import { currentAccount, currentUser, outranks, role } from "../actor/index.ts";
import { assertTenants, narrowing } from "../member/narrowing.ts";
import { plans } from "../plan/index.ts";
import {
  expiresIn,
  getItem,
  keys,
  now,
  type Page,
  pageQuery,
  queryAll,
  queryPage,
  transact,
  unlessChanged,
} from "../table/index.ts";
import * as User from "../user/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { hashOf } from "../util/hash.ts";
import { idOf, newId } from "../util/id.ts";
import { type Invitation, InvitationEntity, InvitationTokenEntity, isOpen } from "./entity.ts";

export * from "./acceptance.ts";
export * from "./entity.ts";

const LIFETIME_SECONDS = 7 * 24 * 3600;
/** How long an invitation stays in the list. */
const KEPT_SECONDS = 30 * 24 * 3600;
/** Invitations of an account within 24 hours, including revoked ones, so that our mail cannot be used for spam. */
const MAX_PER_DAY = 50;

export const invitation = z
  .object({
    invitationId: idOf("invitation"),
    email: z.email(),
    role,
    tenantIds: narrowing.optional(),
    invitedBy: idOf("user"),
    invitedByName: z.string(),
    status: z.enum(["open", "accepted", "revoked", "expired"]),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Invitation" });
type InvitationDetails = z.output<typeof invitation>;

function toDetails(stored: Invitation): InvitationDetails {
  const { accountId: _accountId, userId: _userId, ttl: _ttl, ...rest } = stored;
  return { ...rest, status: stored.status === "open" && !isOpen(stored) ? "expired" : stored.status };
}

export const invitationInput = z.strictObject({
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  role,
  tenantIds: narrowing
    .optional()
    .describe("The only workspaces that they will see. For the roles member and viewer"),
});

/**
 * Invites somebody by e-mail. Throws `forbidden` (only owners invite owners and admins), `conflict` (already a member
 * or invited), `limit_reached`, `unavailable` (the mail could not be sent).
 */
export const create = fn(invitationInput, async ({ email, role, tenantIds }): Promise<InvitationDetails> => {
  const inviter = currentUser();
  const accountId = currentAccount();
  if (!outranks(inviter.role ?? "viewer", role))
    throw new VisibleError(
      "forbidden",
      `With the role ${inviter.role} you cannot invite somebody with the role ${role}. Ask an owner of the account.`,
    );
  const [account] = await Promise.all([
    Account.read(accountId),
    tenantIds && assertTenants(tenantIds, role),
    assertNotMember(accountId, email),
  ]);
  await assertPlaceFree(account, email);

  const token = randomBytes(32).toString("base64url");
  const invitationId = newId("invitation");
  const record = { accountId, invitationId, ttl: expiresIn(KEPT_SECONDS) };
  const expiresAt = new Date(Date.now() + LIFETIME_SECONDS * 1000).toISOString();
  const created: Invitation = {
    ...record,
    email,
    role,
    ...(tenantIds ? { tenantIds } : {}),
    invitedBy: inviter.userId,
    invitedByName: inviter.name,
    status: "open",
    createdAt: now(),
    expiresAt,
  };
  await transact(
    InvitationEntity.build(PutTransaction).item(created),
    InvitationTokenEntity.build(PutTransaction).item({ ...record, hash: hashOf(token) }),
  );
  try {
    await mail.send(toMail(created, account.name, token));
  } catch (cause) {
    await revoke(invitationId);
    throw new VisibleError("unavailable", `The mail to ${email} could not be sent. Try again.`, { cause });
  }
  return toDetails(created);
});

async function assertNotMember(accountId: string, email: string): Promise<void> {
  const person = await User.findByEmail(email);
  if (person && (await Membership.find(accountId, person.userId)))
    throw new VisibleError("conflict", `${email} is already a member.`);
}

/** Open invitations take places in the plan too, so that nobody is invited in vain. Accepting checks again. */
async function assertPlaceFree(
  { accountId, plan, members }: { accountId: string; plan: keyof typeof plans; members: number },
  email: string,
): Promise<void> {
  const since = Date.now() - 24 * 3600 * 1000;
  let open = 0;
  let today = 0;
  const where = { partition: keys.account(accountId), prefix: "INVITATION#" };
  for await (const invitation of queryAll(InvitationEntity, where)) {
    if (Date.parse(invitation.createdAt) > since) today++;
    if (!isOpen(invitation)) continue;
    open++;
    if (invitation.email === email)
      throw new VisibleError(
        "conflict",
        `${email} is already invited. Revoke that invitation to send another.`,
      );
  }
  if (today >= MAX_PER_DAY)
    throw new VisibleError(
      "limit_reached",
      `This account has sent ${MAX_PER_DAY} invitations in 24 hours, the most it can. Try again tomorrow.`,
    );
  const limit = plans[plan].members;
  if (members + open >= limit)
    throw new VisibleError(
      "limit_reached",
      `Your ${plan} plan has room for ${limit} members: ${members} have joined and ${open} are invited. Remove a member or revoke an invitation first.`,
    );
}

const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, " ");

function toMail(
  { email, role, invitedByName, invitationId }: Invitation,
  accountName: string,
  token: string,
) {
  const name = oneLine(accountName);
  const inviter = oneLine(invitedByName);
  return {
    to: email,
    subject: `${inviter} invites you to ${name} on Clawe Cloud`,
    text: `${inviter} invites you to join “${name}” on Clawe Cloud with the role ${role}.

Open this link to see the invitation and accept it. It works once, for this address, within 7 days:

${site.url}/join#${token}

If you do not know ${inviter}, you can ignore this mail.
`,
    idempotencyKey: invitationId,
  };
}

/** The account's invitations of the last 30 days, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<InvitationDetails>> => {
  const where = { partition: keys.account(currentAccount()), prefix: "INVITATION#", reverse: true };
  const { items, cursor } = await queryPage(InvitationEntity, where, page);
  return { items: items.map(toDetails), cursor };
});

/** Revokes an open invitation; a repetition changes nothing. Throws `not_found`, `forbidden`, `conflict` (accepted). */
export const revoke = fn(idOf("invitation"), async (invitationId): Promise<void> => {
  const accountId = currentAccount();
  const invitation = await getItem(InvitationEntity, { accountId, invitationId });
  if (!invitation) throw notFound("invitation");
  if (!outranks(currentUser().role ?? "viewer", invitation.role))
    throw new VisibleError(
      "forbidden",
      `Only an owner can revoke an invitation with the role ${invitation.role}.`,
    );
  if (invitation.status === "revoked") return;
  await unlessChanged(
    () =>
      InvitationEntity.build(UpdateItemCommand)
        .item({ accountId, invitationId, status: "revoked" })
        .options({ condition: { attr: "status", ne: "accepted" } })
        .send(),
    () => new VisibleError("conflict", "This invitation has been accepted. Remove the member instead."),
  );
});
