// Accounts: the one that comes with a sign-up, further ones, their names and their plan.
import { expect, test } from "vitest";
import * as Account from "../../../core/account/index.ts";
import * as Membership from "../../../core/account/membership.ts";
import { aPerson, asMember, asPerson, useDomain } from "../../support/domain.ts";

useDomain();

test("a sign-up comes with an account and its owner", async () => {
  const ada = await aPerson("Ada");
  expect(await asPerson(ada, Account.listMine)).toMatchObject([
    { accountId: ada.accountId, name: "Ada's account", role: "owner", members: 1, workspaces: 0 },
  ]);
});

test("a further account belongs to who made it, and to nobody else", async () => {
  const ada = await aPerson("Ada");
  const bob = await aPerson("Bob");
  const { accountId } = await asPerson(ada, () => Account.create({ name: " Second " }));
  expect(await Membership.find(accountId, ada.userId)).toMatchObject({ role: "owner" });
  expect(await Membership.find(accountId, bob.userId)).toBeUndefined();
  expect((await asPerson(ada, Account.listMine)).map(({ name }) => name)).toContain("Second");
});

test("one person owns five accounts at most", async () => {
  const ada = await aPerson("Ada");
  for (const name of ["2", "3", "4", "5"]) await asPerson(ada, () => Account.create({ name }));
  await expect(asPerson(ada, () => Account.create({ name: "6" }))).rejects.toMatchObject({
    code: "limit_reached",
  });
});

test("shows its plan with the plan's limits", async () => {
  const ada = await aPerson("Ada");
  expect(await asMember(ada, Account.get)).toMatchObject({
    plan: "medium",
    limits: { members: 20, workspaces: 5 },
  });
});

test("takes another name, and refuses one of several lines", async () => {
  const ada = await aPerson("Ada");
  expect(await asMember(ada, () => Account.rename({ name: "Acme" }))).toMatchObject({
    name: "Acme",
    members: 1,
  });
  await expect(
    asMember(ada, async () => Account.rename({ name: "Acme\r\nBcc: all@example.com" })),
  ).rejects.toMatchObject({ code: "invalid" });
});
