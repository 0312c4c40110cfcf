// Accounts: the one that comes with a sign-up, further ones, their names and their plan.
import { expect, test } from "vitest";
import { create, get, listMine, rename } from "../../../core/account/index.ts";
import { find } from "../../../core/account/membership.ts";
import { aPerson, asMember, asPerson, useDomain } from "../../support/domain.ts";

useDomain();

test("a sign-up comes with an account and its owner", async () => {
  const ada = await aPerson("Ada");
  expect(await asPerson(ada, listMine)).toMatchObject([
    { accountId: ada.accountId, name: "Ada's account", role: "owner", members: 1, workspaces: 0 },
  ]);
});

test("a further account belongs to who made it, and to nobody else", async () => {
  const ada = await aPerson("Ada");
  const bob = await aPerson("Bob");
  const { accountId } = await asPerson(ada, () => create({ name: " Second " }));
  expect(await find(accountId, ada.userId)).toMatchObject({ role: "owner" });
  expect(await find(accountId, bob.userId)).toBeUndefined();
  expect((await asPerson(ada, listMine)).map(({ name }) => name)).toContain("Second");
});

test("one person owns five accounts at most", async () => {
  const ada = await aPerson("Ada");
  for (const name of ["2", "3", "4", "5"]) await asPerson(ada, () => create({ name }));
  await expect(asPerson(ada, () => create({ name: "6" }))).rejects.toMatchObject({ code: "limit_reached" });
});

test("shows its plan with the plan's limits", async () => {
  const ada = await aPerson("Ada");
  expect(await asMember(ada, get)).toMatchObject({ plan: "medium", limits: { members: 20, workspaces: 5 } });
});

test("takes another name, and refuses one of several lines", async () => {
  const ada = await aPerson("Ada");
  expect(await asMember(ada, () => rename({ name: "Acme" }))).toMatchObject({ name: "Acme", members: 1 });
  await expect(
    asMember(ada, async () => rename({ name: "Acme\r\nBcc: all@example.com" })),
  ).rejects.toMatchObject({ code: "invalid" });
});
