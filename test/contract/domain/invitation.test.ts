// Invitations: who may send them, and who can accept them, how often and until when.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { describe, expect, test, vi } from "vitest";
import * as Account from "../../../core/account/index.ts";
import { AccountEntity } from "../../../core/account/index.ts";
import * as Membership from "../../../core/account/membership.ts";
import * as Invitation from "../../../core/invitation/index.ts";
import * as Member from "../../../core/member/index.ts";
import {
  aDomain,
  aMember,
  aPerson,
  asMember,
  asPerson,
  type Person,
  useDomain,
} from "../../support/domain.ts";

const domain = useDomain();

/** The token in the newest mail to this address. */
function tokenFor(email: string): string {
  const text = domain.current.mails.findLast(({ to }) => to === email)?.text ?? "";
  return /\/join#(\S+)/.exec(text)?.[1] ?? "";
}

async function anInvitation(
  owner: Person,
  invited: Pick<Person, "email">,
  role: "owner" | "admin" | "member" | "viewer" = "member",
) {
  const sent = await asMember(owner, () => Invitation.create({ email: invited.email, role }));
  return { ...sent, token: tokenFor(invited.email) };
}

describe("inviting", () => {
  test("mails a link with the token after #, and stores only the token's hash", async () => {
    const owner = await aPerson("Olga");
    await asMember(owner, () => Invitation.create({ email: "New.Person@Example.com", role: "member" }));
    const mail = domain.current.mails.at(-1);
    expect(mail?.to).toBe("new.person@example.com");
    const token = tokenFor("new.person@example.com");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { Items } = await domain.current.engine.call("Scan", { TableName: "clawe" });
    expect(JSON.stringify(Items)).not.toContain(token);
  });

  test("lets an admin invite members and viewers only, and an owner everybody", async () => {
    const owner = await aPerson("Olga");
    const admin = await aMember(owner.accountId, "admin");
    const invite = (who: Person, email: string, role: "owner" | "admin" | "viewer") =>
      asMember(who, () => Invitation.create({ email, role }), owner.accountId);
    await invite(admin, "a@example.com", "viewer");
    await invite(owner, "b@example.com", "owner");
    for (const role of ["admin", "owner"] as const)
      await expect(invite(admin, `${role}@example.com`, role)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses somebody who is already a member or invited", async () => {
    const owner = await aPerson("Olga");
    const member = await aMember(owner.accountId, "member");
    await expect(anInvitation(owner, member)).rejects.toMatchObject({ code: "conflict" });
    await anInvitation(owner, { email: "twice@example.com" });
    await expect(anInvitation(owner, { email: "twice@example.com" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("counts open invitations against the plan's members", async () => {
    const owner = await aPerson("Olga");
    const { accountId } = owner;
    await AccountEntity.build(UpdateItemCommand).item({ accountId, plan: "micro" }).send();
    const first = await anInvitation(owner, { email: "first@example.com" });
    await expect(anInvitation(owner, { email: "second@example.com" })).rejects.toMatchObject({
      code: "limit_reached",
    });
    await asMember(owner, () => Invitation.revoke(first.invitationId));
    await anInvitation(owner, { email: "second@example.com" });
  });

  test("revokes the invitation when its mail cannot be sent", async () => {
    const failing = await aDomain({ mail: { send: () => Promise.reject(new Error("no mail today")) } });
    const owner = await aPerson("Olga");
    await expect(anInvitation(owner, { email: "x@example.com" })).rejects.toMatchObject({
      code: "unavailable",
    });
    const { items } = await asMember(owner, () => Invitation.list({}));
    expect(items.map(({ status }) => status)).toEqual(["revoked"]);
    await failing.close();
    // The file's own table again.
    domain.current.use();
  });
});

describe("the token", () => {
  test("shows account, inviter and role before the invitation is accepted", async () => {
    const owner = await aPerson("Olga");
    const { token } = await anInvitation(owner, { email: "look@example.com" }, "viewer");
    expect(await Invitation.preview({ token })).toMatchObject({
      accountName: "Olga's account",
      invitedByName: "Olga",
      role: "viewer",
      email: "look@example.com",
    });
  });

  test("makes its recipient a member, and gives the same answer when it is repeated", async () => {
    const owner = await aPerson("Olga");
    const bob = await aPerson("Bob");
    const { token } = await anInvitation(owner, bob);
    const first = await asPerson(bob, () => Invitation.accept({ token }));
    expect(first).toEqual({ accountId: owner.accountId, role: "member" });
    expect(await asPerson(bob, () => Invitation.accept({ token }))).toEqual(first);
    expect((await Account.read(owner.accountId)).members).toBe(2);
  });

  test("adds one member when it is accepted several times at once", async () => {
    const owner = await aPerson("Olga");
    const bob = await aPerson("Bob");
    const { token } = await anInvitation(owner, bob);
    const answers = await Promise.all([1, 2, 3].map(() => asPerson(bob, () => Invitation.accept({ token }))));
    expect(answers).toEqual(Array(3).fill({ accountId: owner.accountId, role: "member" }));
    expect((await Account.read(owner.accountId)).members).toBe(2);
  });

  test("is refused to a user with another address", async () => {
    const owner = await aPerson("Olga");
    const bob = await aPerson("Bob");
    const eve = await aPerson("Eve");
    const { token } = await anInvitation(owner, bob);
    await expect(asPerson(eve, () => Invitation.accept({ token }))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await Membership.find(owner.accountId, eve.userId)).toBeUndefined();
  });

  test("cannot be used again by a member who was removed", async () => {
    const owner = await aPerson("Olga");
    const bob = await aPerson("Bob");
    const { token } = await anInvitation(owner, bob);
    await asPerson(bob, () => Invitation.accept({ token }));
    await asMember(owner, () => Member.remove(bob.userId));
    await expect(asPerson(bob, () => Invitation.accept({ token }))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is invalid once it is revoked or its inviter is demoted, and when it is made up", async () => {
    const owner = await aPerson("Olga");
    const admin = await aMember(owner.accountId, "admin");
    const bob = await aPerson("Bob");
    const revoked = await anInvitation(owner, bob);
    await asMember(owner, () => Invitation.revoke(revoked.invitationId));
    await asMember(admin, () => Invitation.create({ email: bob.email, role: "member" }), owner.accountId);
    const orphaned = tokenFor(bob.email);
    await asMember(owner, () => Member.change({ userId: admin.userId, input: { role: "viewer" } }));
    for (const token of [revoked.token, orphaned, "A".repeat(43)]) {
      await expect(asPerson(bob, () => Invitation.accept({ token }))).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(Invitation.preview({ token })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("expires after seven days, whether or not the table has deleted it", async () => {
    const owner = await aPerson("Olga");
    const bob = await aPerson("Bob");
    const { token } = await anInvitation(owner, bob);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 7 * 24 * 3600_000 + 1000 });
    try {
      await expect(asPerson(bob, () => Invitation.accept({ token }))).rejects.toMatchObject({
        code: "not_found",
      });
      const { items } = await asMember(owner, () => Invitation.list({}));
      expect(items[0]).toMatchObject({ status: "expired" });
    } finally {
      vi.useRealTimers();
    }
  });

  test("adds no more members than the plan has room for", async () => {
    const owner = await aPerson("Olga");
    const { accountId } = owner;
    const [bob, eve] = [await aPerson("Bob"), await aPerson("Eve")];
    const tokens = [(await anInvitation(owner, bob)).token, (await anInvitation(owner, eve)).token];
    await AccountEntity.build(UpdateItemCommand).item({ accountId, plan: "micro" }).send();
    const outcomes = await Promise.allSettled([
      asPerson(bob, () => Invitation.accept({ token: tokens[0]! })),
      asPerson(eve, () => Invitation.accept({ token: tokens[1]! })),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "limit_reached" },
    });
    expect((await Account.read(accountId)).members).toBe(2);
  });
});

test("refuses to revoke an accepted invitation, and an admin's invitation by another admin", async () => {
  const owner = await aPerson("Olga");
  const admin = await aMember(owner.accountId, "admin");
  const bob = await aPerson("Bob");
  const sent = await anInvitation(owner, bob, "admin");
  await expect(
    asMember(admin, () => Invitation.revoke(sent.invitationId), owner.accountId),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
  await asPerson(bob, () => Invitation.accept({ token: sent.token }));
  await expect(asMember(owner, () => Invitation.revoke(sent.invitationId))).rejects.toMatchObject({
    code: "conflict",
  });
});
