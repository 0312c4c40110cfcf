// Accounts: the first one, further ones, their names and their plan.
import { expect, test } from "vitest";
import * as Account from "../../../core/account/index.ts";
import * as Membership from "../../../core/account/membership.ts";
import { aPerson, asMember, asPerson, useDomain } from "../../support/domain.ts";

useDomain();

test("creates an account with one owner at sign-up", async () => {
  const ada = await aPerson("Ada");
  expect(await asPerson(ada, Account.listMine)).toMatchObject([
    { accountId: ada.accountId, name: "Ada's account", role: "owner", members: 1, workspaces: 0 },
  ]);
});

test("makes the creator of a further account its only member", async () => {
  const ada = await aPerson("Ada");
  const bob = await aPerson("Bob");
  const { accountId } = await asPerson(ada, () => Account.create({ name: " Second " }));
  expect(await Membership.find(accountId, ada.userId)).toMatchObject({ role: "owner" });
  expect(await Membership.find(accountId, bob.userId)).toBeUndefined();
  expect((await asPerson(ada, Account.listMine)).map(({ name }) => name)).toContain("Second");
});

test("refuses a sixth account of one owner", async () => {
  const ada = await aPerson("Ada");
  for (const name of ["2", "3", "4", "5"]) await asPerson(ada, () => Account.create({ name }));
  await expect(asPerson(ada, () => Account.create({ name: "6" }))).rejects.toMatchObject({
    code: "limit_reached",
  });
});

test("returns the account's plan with the plan's limits", async () => {
  const ada = await aPerson("Ada");
  expect(await asMember(ada, Account.get)).toMatchObject({
    plan: "medium",
    limits: { members: 20, workspaces: 5 },
  });
});

test("renames an account, and refuses a name of several lines", async () => {
  const ada = await aPerson("Ada");
  expect(await asMember(ada, () => Account.rename({ name: "Acme" }))).toMatchObject({
    name: "Acme",
    members: 1,
  });
  await expect(
    asMember(ada, async () => Account.rename({ name: "Acme\r\nBcc: all@example.com" })),
  ).rejects.toMatchObject({ code: "invalid" });
});
