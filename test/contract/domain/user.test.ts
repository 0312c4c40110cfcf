// Users and sessions: first sign-ins, further identities of one person, and the end of a session.
import { expect, test, vi } from "vitest";
import * as Account from "../../../core/account/index.ts";
import * as Session from "../../../core/session/index.ts";
import * as User from "../../../core/user/index.ts";
import { asPerson, useDomain } from "../../support/domain.ts";

useDomain();
const identity = (subject: string, email = `${subject}@example.com`) => ({
  ...{ issuer: "https://issuer.test", subject, email, name: "Ada" },
  emailVerified: true,
});

test("returns the same user at every sign-in", async () => {
  const first = await User.findOrCreate(identity("same"));
  expect(await User.findOrCreate({ ...identity("same"), name: "Renamed" })).toEqual(first);
  expect(await User.findByEmail("same@example.com")).toEqual(first);
});

test("creates one user when a person signs in twice at once", async () => {
  const users = await Promise.all([1, 2, 3].map(() => User.findOrCreate(identity("twice"))));
  expect(new Set(users.map(({ userId }) => userId)).size).toBe(1);
  expect(await asPerson(users[0]!, Account.listMine)).toHaveLength(1);
});

test("adds an identity with the same verified address to the user who has it", async () => {
  const { userId } = await User.findOrCreate(identity("password", "ada@example.com"));
  expect(await User.findOrCreate(identity("google", "Ada@Example.com"))).toMatchObject({ userId });
});

test("refuses an address that is not verified", async () => {
  await expect(User.findOrCreate({ ...identity("new"), emailVerified: false })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await User.findByEmail("new@example.com")).toBeUndefined();
});

test("does not find a session that has ended or expired", async () => {
  await Session.begin("one", { userId: "usr_1", name: "Ada" });
  await Session.begin("two", { userId: "usr_1", name: "Ada" });
  expect(await Session.find("one")).toMatchObject({ userId: "usr_1" });
  await Session.end("one");
  expect(await Session.find("one")).toBeUndefined();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31 * 24 * 3600_000 });
  try {
    expect(await Session.find("two")).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});
