// Six-digit codes sent by mail to prove an address. Each belongs to one sign-in under way, so that nobody can
// finish what another browser began.
import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { Mail } from "../../platform/types/mail.ts";
import type { Store } from "../store.ts";
import type { PasswordHash } from "./passwords.ts";
import { createThrottle } from "./throttle.ts";

const LIFETIME = 15 * 60_000;
const RESEND_AFTER = 60_000;
const ATTEMPTS = 5;

/** What the code is for. `known`: a user has the address already. */
export type Challenge =
  | { purpose: "sign-up"; email: string; known: boolean; name: string; password: PasswordHash }
  | { purpose: "reset"; email: string; known: boolean };

interface Entry {
  challenge: Challenge;
  code: string;
  sentAt: number;
  expiresAt: number;
  attempts: number;
}

export type CheckResult =
  | { ok: true; challenge: Challenge }
  | { ok: false; reason: "wrong" | "expired" | "exhausted" };

export interface Codes {
  /** Sends a code for the sign-in `uid`. False when one went to this address less than a minute ago. */
  send(uid: string, challenge: Challenge): Promise<boolean>;
  resend(uid: string): Promise<boolean>;
  /** What the sign-in `uid` waits for. */
  pending(uid: string): Promise<Challenge | undefined>;
  check(uid: string, code: string): Promise<CheckResult>;
  finish(uid: string): Promise<void>;
}

const keyOf = (uid: string) => `identity/code/${uid}`;
const digest = (uid: string, code: string) => createHash("sha256").update(`${uid}:${code}`).digest();

function letter(challenge: Challenge, code: string): { subject: string; text: string } {
  const footer = "It works for 15 minutes. If you did not ask for it, you can ignore this message.";
  if (challenge.purpose === "reset") {
    return {
      subject: `${code} is your Clawe password reset code`,
      text: `Your code is ${code}\n\n${footer}\n`,
    };
  }
  if (challenge.known) {
    return {
      subject: "You already have a Clawe account",
      text: "Somebody, perhaps you, tried to sign up with this address. You have an account already: sign in, or choose “Forgot password?” to get a new password.\n",
    };
  }
  return {
    subject: `${code} is your Clawe verification code`,
    text: `Welcome to Clawe, ${challenge.name}!\n\nYour code is ${code}\n\n${footer}\n`,
  };
}

/** The codes kept in `store` and sent through `mail`. */
export function createCodes(store: Store, mail: Mail, now: () => number): Codes {
  const letters = createThrottle(1, RESEND_AFTER, now);
  const guesses = createThrottle(2 * ATTEMPTS, LIFETIME, now);

  async function sweep(): Promise<void> {
    for await (const [key, entry] of store.list<Entry>("identity/code/")) {
      if (entry.expiresAt <= now()) await store.delete(key);
    }
  }

  async function send(uid: string, challenge: Challenge): Promise<boolean> {
    await sweep();
    const fresh = letters.take(`${challenge.purpose} ${challenge.email}`);
    const before = await store.get<Entry>(keyOf(uid));
    if (
      !fresh &&
      before?.challenge.email === challenge.email &&
      before.challenge.purpose === challenge.purpose
    ) {
      await store.put(keyOf(uid), { ...before, challenge });
      return false;
    }
    const code = randomInt(1_000_000).toString().padStart(6, "0");
    const entry: Entry = {
      challenge,
      code: digest(uid, code).toString("base64"),
      sentAt: now(),
      expiresAt: now() + LIFETIME,
      attempts: 0,
    };
    await store.put(keyOf(uid), entry);
    // Nothing goes to an address that nobody here has; the page looks the same.
    if (fresh && (challenge.purpose === "sign-up" || challenge.known)) {
      const idempotencyKey = `code:${uid}:${entry.sentAt}`;
      await mail.send({ to: challenge.email, ...letter(challenge, code), idempotencyKey });
    }
    return fresh;
  }

  return {
    send,
    async resend(uid) {
      const entry = await store.get<Entry>(keyOf(uid));
      return entry ? send(uid, entry.challenge) : false;
    },
    async pending(uid) {
      return (await store.get<Entry>(keyOf(uid)))?.challenge;
    },
    async check(uid, code) {
      const entry = await store.get<Entry>(keyOf(uid));
      if (!entry || entry.expiresAt <= now()) return { ok: false, reason: "expired" };
      if (entry.attempts >= ATTEMPTS || !guesses.take(entry.challenge.email)) {
        return { ok: false, reason: "exhausted" };
      }
      await store.put(keyOf(uid), { ...entry, attempts: entry.attempts + 1 });
      const same = timingSafeEqual(digest(uid, code), Buffer.from(entry.code, "base64"));
      // The code of a known address was never sent at sign-up; guessing it must not open the account.
      const usable = entry.challenge.known === (entry.challenge.purpose === "reset");
      if (!same || !usable) return { ok: false, reason: "wrong" };
      guesses.clear(entry.challenge.email);
      return { ok: true, challenge: entry.challenge };
    },
    async finish(uid) {
      await store.delete(keyOf(uid));
    },
  };
}
