// The people who can sign in. Nobody becomes a user before their e-mail address is proven.
import { randomUUID } from "node:crypto";
import { createSerial } from "../serial.ts";
import type { Store } from "../store.ts";
import { revokeAccount } from "./adapter.ts";
import { hashPassword, type PasswordHash, verifyPassword } from "./passwords.ts";
import { createThrottle } from "./throttle.ts";

export interface User {
  sub: string;
  email: string;
  name: string;
  /** Absent for the demo user, who has no password. */
  password?: PasswordHash;
}

export type SignInResult = { ok: true; user: User } | { ok: false; reason: "wrong" | "throttled" };

export interface Users {
  find(sub: string): Promise<User | undefined>;
  findByEmail(email: string): Promise<User | undefined>;
  /** Creates the user, or returns the one who has the e-mail address already. */
  create(input: { email: string; name: string; password?: PasswordHash }): Promise<User>;
  /** Also ends all of the user's sign-ins: whoever knew the old password is signed out. */
  setPassword(user: User, password: string): Promise<void>;
  signIn(email: string, password: string): Promise<SignInResult>;
}

const userKey = (sub: string) => `identity/user/${sub}`;
const emailKey = (email: string) => `identity/email/${email}`;

/** One spelling per address. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The users kept in `store`. After 10 failed sign-ins with one e-mail address, it is throttled for 15 minutes. */
export function createUsers(store: Store, now: () => number): Users {
  const attempts = createThrottle(10, 15 * 60_000, now);
  const serially = createSerial();

  const find = (sub: string) => store.get<User>(userKey(sub));

  async function findByEmail(email: string): Promise<User | undefined> {
    const sub = await store.get<string>(emailKey(normalizeEmail(email)));
    return sub === undefined ? undefined : find(sub);
  }

  async function createUnlessKnown(input: {
    email: string;
    name: string;
    password?: PasswordHash;
  }): Promise<User> {
    const known = await findByEmail(input.email);
    if (known) return known;
    const email = normalizeEmail(input.email);
    const user: User = { ...input, email, sub: randomUUID() };
    await store.batch([
      { type: "put", key: userKey(user.sub), value: user },
      { type: "put", key: emailKey(email), value: user.sub },
    ]);
    return user;
  }

  return {
    find,
    findByEmail,
    // One at a time: an e-mail address must not get two users.
    create: (input) => serially(() => createUnlessKnown(input)),
    async setPassword(user, password) {
      await store.put(userKey(user.sub), { ...user, password: await hashPassword(password) } satisfies User);
      await revokeAccount(store, user.sub);
      attempts.clear(user.email);
    },
    async signIn(email, password) {
      const key = normalizeEmail(email);
      if (!attempts.take(key)) return { ok: false, reason: "throttled" };
      const user = await findByEmail(key);
      const isRight = await verifyPassword(password, user?.password);
      if (!user || !isRight) return { ok: false, reason: "wrong" };
      attempts.clear(key);
      return { ok: true, user };
    },
  };
}
