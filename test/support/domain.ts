// A new table for a test of the domain, and people and programs that act on it.
import { afterAll, beforeAll } from "vitest";
import * as Account from "../../core/account/index.ts";
import * as Membership from "../../core/account/membership.ts";
import { as, currentUser, type Role, type UserActor } from "../../core/actor/index.ts";
import { joinWrites } from "../../core/member/joining.ts";
import { transact } from "../../core/table/index.ts";
import * as User from "../../core/user/index.ts";
import { ensureTable } from "../../local/table/create.ts";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";
import { usePlatform } from "../../platform/local/index.ts";
import type { Mail } from "../../platform/types/mail.ts";
import type { Platform } from "../../platform/types/platform.ts";
import type { Schedule } from "../../platform/types/schedules.ts";

export type SentMail = Parameters<Mail["send"]>[0];

export interface Domain {
  /** Its clock is the process's. Expired items stay until `engine.sweepExpired`. */
  engine: TableEngine;
  mails: SentMail[];
  /** The current schedules, by `group/name`. */
  schedules: Map<string, Schedule>;
  rings: { tenantId: string; agentId: string; dedupId: string }[];
  /** Makes this domain current again, after another one was opened. */
  use(): void;
  close(): Promise<void>;
}

export interface Person {
  userId: string;
  email: string;
  name: string;
  /** The account that was created at sign-up. */
  accountId: string;
}

const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };

/** A platform whose table is real and in memory. The other services record their calls, or are missing. */
export async function aDomain(overrides: Partial<Platform> = {}): Promise<Domain> {
  const engine = await openTableEngine({ ttlIntervalMs: 0 });
  await ensureTable(engine.clientConfig, "clawe");
  const mails: SentMail[] = [];
  const schedules: Domain["schedules"] = new Map();
  const rings: Domain["rings"] = [];
  const platform: Partial<Platform> = {
    table: { name: "clawe", client: engine.clientConfig },
    site: { url: "https://clawe.test" },
    cells: [{ cell, capacity: 100 }],
    operators: [],
    mail: { send: async (mail) => void mails.push(mail) },
    schedules: {
      put: async (schedule) => void schedules.set(`${schedule.group}/${schedule.name}`, schedule),
      delete: async (group, name) => void schedules.delete(`${group}/${name}`),
      async deleteGroup(group) {
        for (const key of schedules.keys()) if (key.startsWith(`${group}/`)) schedules.delete(key);
      },
    },
    lanes: {
      ring: async (lane, dedupId) => void rings.push({ ...lane, dedupId }),
      ringLater: async () => undefined,
      retryAfter: async () => undefined,
      deadLetters: async () => [],
      redrive: async () => 0,
    },
    bus: { publish: async () => undefined },
    ...overrides,
  };
  const use = () => usePlatform(platform as Platform);
  use();
  return { engine, mails, schedules, rings, use, close: () => engine.close() };
}

/** One domain for a test file, opened before its first test and closed after its last. */
export function useDomain(overrides: Partial<Platform> = {}): { current: Domain } {
  const holder = {} as { current: Domain };
  beforeAll(async () => {
    holder.current = await aDomain(overrides);
  });
  afterAll(() => holder.current.close());
  return holder;
}

let people = 0;

/** A person who has just signed up. */
export async function aPerson(name = "Ada"): Promise<Person> {
  people += 1;
  const email = `${name.toLowerCase()}-${people}@example.com`;
  const { userId } = await User.findOrCreate({
    issuer: "https://issuer.test",
    subject: `subject-${people}`,
    email,
    emailVerified: true,
    name,
  });
  const [account] = await as(userOf({ userId, name }), Account.listMine);
  return { userId, email, name, accountId: account!.accountId };
}

/** A person who has joined the account. */
export async function aMember(accountId: string, role: Role, tenantIds?: string[]): Promise<Person> {
  const person = await aPerson(role[0]!.toUpperCase() + role.slice(1));
  await transact(...joinWrites(accountId, { userId: person.userId, role, tenantIds }));
  return person;
}

const userOf = ({ userId, name }: { userId: string; name: string }): UserActor => ({
  type: "user",
  userId,
  sessionId: `session of ${userId}`,
  name,
});

/** Runs `body` as a signed-in person, without an account. */
export const asPerson = <R>(person: Pick<Person, "userId" | "name">, body: () => R): R =>
  as(userOf(person), body);

/** Runs `body` as a member of the account (by default the person's own), with their current role. */
export async function asMember<R>(
  person: Person,
  body: () => R | Promise<R>,
  accountId: string = person.accountId,
): Promise<R> {
  const member = await Membership.find(accountId, person.userId);
  if (!member) throw new Error(`${person.name} is no member of ${accountId}`);
  const { role, tenantIds } = member;
  return as({ ...userOf(person), accountId, role, tenantIds }, body);
}

/** Runs `body` as a member of the tenant's account, in the tenant. */
export async function inTenant<R>(
  person: Person,
  tenantId: string,
  body: () => R | Promise<R>,
  accountId: string = person.accountId,
): Promise<R> {
  return asMember(person, () => as({ ...currentUser(), tenantId }, body), accountId);
}

/** Runs `body` as the tenant's squadhub. */
export const asMachine = <R>(tenantId: string, body: () => R): R => as({ type: "machine", tenantId }, body);

/** Runs `body` as one of our own workers, for the tenant. */
export const asSystem = <R>(tenantId: string, body: () => R): R => as({ type: "system", tenantId }, body);
