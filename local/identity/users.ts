// People who can sign in. Only someone whose e-mail is proven becomes a user.
import { randomUUID } from "node:crypto";
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
  /** Makes the user, or returns the one who has the e-mail already. */
  create(input: { email: string; name: string; password?: PasswordHash }): Promise<User>;
  /** Also ends every sign-in there is: whoever knew the old password is out. */
  setPassword(user: User, password: string): Promise<void>;
  signIn(email: string, password: string): Promise<SignInResult>;
}

const userKey = (sub: string) => `identity/user/${sub}`;
const emailKey = (email: string) => `identity/email/${email}`;

/** One spelling per address. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The users kept in `store`. Sign-in stops after 10 failures per e-mail in 15 minutes. */
export function createUsers(store: Store, now: () => number): Users {
  const attempts = createThrottle(10, 15 * 60_000, now);
  let writing: Promise<unknown> = Promise.resolve();

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
    create(input) {
      // One at a time: an e-mail must not get two users.
      const created = writing.then(() => createUnlessKnown(input));
      writing = created.catch(() => undefined);
      return created;
    },
    async setPassword(user, password) {
      await store.put(userKey(user.sub), { ...user, password: await hashPassword(password) } satisfies User);
      await revokeAccount(store, user.sub);
      attempts.clear(user.email);
    },
    async signIn(email, password) {
      const key = normalizeEmail(email);
      if (!attempts.take(key)) return { ok: false, reason: "throttled" };
      const user = await findByEmail(key);
      const right = await verifyPassword(password, user?.password);
      if (!user || !right) return { ok: false, reason: "wrong" };
      attempts.clear(key);
      return { ok: true, user };
    },
  };
}
