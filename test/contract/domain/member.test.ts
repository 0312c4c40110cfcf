// Members: roles, narrowing, the last owner, and concurrent changes.
import { describe, expect, test } from "vitest";
import * as Account from "../../../core/account/index.ts";
import * as Membership from "../../../core/account/membership.ts";
import * as Member from "../../../core/member/index.ts";
import * as Socket from "../../../core/socket/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { newId } from "../../../core/util/id.ts";
import {
  aMember,
  aPerson,
  asMember,
  asSystem,
  inTenant,
  type Person,
  useDomain,
} from "../../support/domain.ts";

/** The connections that were sent something. */
const receivers: string[] = [];
useDomain({ sockets: { send: async (connectionId) => receivers.push(connectionId) > 0 } });

/** An account with an owner and one member of each other role. */
async function aTeam() {
  const owner = await aPerson("Olga");
  const { accountId } = owner;
  const [admin, member, viewer] = await Promise.all([
    aMember(accountId, "admin"),
    aMember(accountId, "member"),
    aMember(accountId, "viewer"),
  ]);
  const roleOf = async ({ userId }: Person) => (await Membership.find(accountId, userId))?.role;
  return { accountId, owner, admin, member, viewer, roleOf };
}

describe("listing", () => {
  test("returns every member with name, e-mail and role, in pages", async () => {
    const { owner, admin, accountId } = await aTeam();
    const first = await asMember(owner, () => Member.list({ limit: 3 }));
    const second = await asMember(owner, () => Member.list({ limit: 3, cursor: first.cursor }));
    const all = [...first.items, ...second.items];
    expect(all).toHaveLength(4);
    expect(second.cursor).toBeUndefined();
    expect(all.find(({ userId }) => userId === admin.userId)).toMatchObject({
      name: admin.name,
      email: admin.email,
      role: "admin",
    });
    expect((await Account.read(accountId)).members).toBe(4);
  });

  test("refuses a cursor of another account's list", async () => {
    const mine = await aTeam();
    const theirs = await aTeam();
    const { cursor } = await asMember(theirs.owner, () => Member.list({ limit: 1 }));
    await expect(asMember(mine.owner, () => Member.list({ limit: 1, cursor }))).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("changing a member", () => {
  test("an owner changes every role", async () => {
    const { owner, admin, viewer, roleOf } = await aTeam();
    await asMember(owner, () => Member.change({ userId: admin.userId, input: { role: "viewer" } }));
    await asMember(owner, () => Member.change({ userId: viewer.userId, input: { role: "owner" } }));
    expect(await roleOf(admin)).toBe("viewer");
    expect(await roleOf(viewer)).toBe("owner");
  });

  test("an admin changes viewers into members", async () => {
    const { accountId, admin, viewer, roleOf } = await aTeam();
    await asMember(
      admin,
      () => Member.change({ userId: viewer.userId, input: { role: "member" } }),
      accountId,
    );
    expect(await roleOf(viewer)).toBe("member");
  });

  test.for([
    ["appoint an admin", "member", "admin"],
    ["appoint an owner", "viewer", "owner"],
    ["demote an owner", "owner", "viewer"],
    ["demote an admin", "admin", "viewer"],
  ] as const)("an admin cannot %s", async ([, who, role]) => {
    const team = await aTeam();
    const { userId } = team[who];
    await expect(
      asMember(team.admin, () => Member.change({ userId, input: { role } }), team.accountId),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await team.roleOf(team[who])).toBe(who);
  });

  test("an admin removes members, but neither admins nor owners", async () => {
    const { accountId, owner, admin, member, roleOf } = await aTeam();
    const other = await aMember(accountId, "admin");
    await asMember(admin, () => Member.remove(member.userId), accountId);
    expect(await roleOf(member)).toBeUndefined();
    for (const { userId } of [owner, other])
      await expect(asMember(admin, () => Member.remove(userId), accountId)).rejects.toMatchObject({
        code: "forbidden",
      });
    expect((await Account.read(accountId)).members).toBe(4);
  });

  test("refuses the change of an admin who was demoted in the meantime", async () => {
    const { accountId, owner, admin, viewer, roleOf } = await aTeam();
    await asMember(
      admin,
      async () => {
        await asMember(owner, () => Member.change({ userId: admin.userId, input: { role: "viewer" } }));
        await expect(
          Member.change({ userId: viewer.userId, input: { role: "member" } }),
        ).rejects.toMatchObject({
          code: "conflict",
        });
      },
      accountId,
    );
    expect(await roleOf(viewer)).toBe("viewer");
  });

  test("answers not_found for somebody outside the account", async () => {
    const { owner } = await aTeam();
    const stranger = await aPerson("Sid");
    await expect(
      asMember(owner, () => Member.change({ userId: stranger.userId, input: { role: "viewer" } })),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the last owner", () => {
  test("cannot leave, be lowered or be removed", async () => {
    const { owner, accountId, roleOf } = await aTeam();
    const { userId } = owner;
    for (const go of [
      () => Member.leave(),
      async () => void (await Member.change({ userId, input: { role: "admin" } })),
      () => Member.remove(userId),
    ])
      await expect(asMember(owner, go)).rejects.toMatchObject({ code: "conflict" });
    expect(await roleOf(owner)).toBe("owner");
    expect(await Account.read(accountId)).toMatchObject({ owners: 1, members: 4 });
  });

  test("one stays when two owners leave at once", async () => {
    const { owner, admin, accountId, roleOf } = await aTeam();
    await asMember(owner, () => Member.change({ userId: admin.userId, input: { role: "owner" } }));
    const went = await Promise.allSettled([
      asMember(owner, Member.leave),
      asMember(admin, Member.leave, accountId),
    ]);
    expect(went.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const roles = [await roleOf(owner), await roleOf(admin)];
    expect(roles.filter((role) => role === "owner")).toHaveLength(1);
    expect(await Account.read(accountId)).toMatchObject({ owners: 1, members: 3 });
  });

  test("one stays when two owners demote each other at once", async () => {
    const { owner, admin, accountId, roleOf } = await aTeam();
    await asMember(owner, () => Member.change({ userId: admin.userId, input: { role: "owner" } }));
    await Promise.allSettled([
      asMember(owner, () => Member.change({ userId: admin.userId, input: { role: "viewer" } })),
      asMember(admin, () => Member.change({ userId: owner.userId, input: { role: "viewer" } }), accountId),
    ]);
    const roles = [await roleOf(owner), await roleOf(admin)];
    expect(roles.filter((role) => role === "owner").length).toBeGreaterThanOrEqual(1);
    expect((await Account.read(accountId)).owners).toBe(roles.filter((role) => role === "owner").length);
  });

  test("becomes an admin when they transfer the account", async () => {
    const { owner, member, accountId, roleOf } = await aTeam();
    await asMember(owner, () => Member.transferOwnership(member.userId));
    expect([await roleOf(owner), await roleOf(member)]).toEqual(["admin", "owner"]);
    expect((await Account.read(accountId)).owners).toBe(1);
    await asMember(owner, Member.leave);
    expect(await roleOf(owner)).toBeUndefined();
  });

  test("cannot transfer the account to an owner or to somebody outside", async () => {
    const { owner } = await aTeam();
    const stranger = await aPerson("Sid");
    await expect(asMember(owner, () => Member.transferOwnership(stranger.userId))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(asMember(owner, () => Member.transferOwnership(owner.userId))).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("leaving", () => {
  test("frees a place in the plan", async () => {
    const { viewer, accountId, roleOf } = await aTeam();
    await asMember(viewer, Member.leave, accountId);
    expect(await roleOf(viewer)).toBeUndefined();
    expect((await Account.read(accountId)).members).toBe(3);
  });

  test("frees one place when it is requested twice at once", async () => {
    const { viewer, accountId } = await aTeam();
    await Promise.allSettled([
      asMember(viewer, Member.leave, accountId),
      asMember(viewer, Member.leave, accountId),
    ]);
    expect((await Account.read(accountId)).members).toBe(3);
  });
});

describe("narrowing", () => {
  test("refuses a workspace of another account", async () => {
    const { owner, member } = await aTeam();
    await expect(
      asMember(owner, () =>
        Member.change({ userId: member.userId, input: { tenantIds: [newId("tenant")] } }),
      ),
    ).rejects.toMatchObject({ code: "invalid", fields: [{ field: "body.tenantIds" }] });
  });
});

test("open pages get no more updates once their member is removed or narrowed to other workspaces", async () => {
  const { owner, member, viewer, accountId } = await aTeam();
  const { tenant } = await asMember(owner, () => Tenant.create({ name: "shared" }));
  const other = (await asMember(owner, () => Tenant.create({ name: "elsewhere" }))).tenant.tenantId;
  const { tenantId } = tenant;
  for (const person of [owner, member, viewer])
    await inTenant(
      person,
      tenantId,
      async () => Socket.open((await Socket.issueTicket()).ticket, person.userId),
      accountId,
    );
  await asMember(owner, () => Member.remove(viewer.userId));
  await asMember(owner, () => Member.change({ userId: member.userId, input: { tenantIds: [other] } }));
  receivers.length = 0;
  await asSystem(tenantId, () => Socket.sendHint({ type: "task" }));
  expect(receivers).toEqual([owner.userId]);
});
