// Six-digit codes, sent by mail to prove an address. Each belongs to one sign-in, so that nobody can finish what another
// browser began.
import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { Mail } from "../../platform/types/mail.ts";
import type { Store } from "../store.ts";
import { type Expiring, removeExpired } from "./expiry.ts";
import type { PasswordHash } from "./passwords.ts";
import { createThrottle } from "./throttle.ts";

const PREFIX = "identity/code/";
const LIFETIME_MS = 15 * 60_000;
const RESEND_AFTER_MS = 60_000;
const MAX_ATTEMPTS = 5;

/** What the code is for. `known`: the address has an account. */
export type Challenge =
  | { purpose: "sign-up"; email: string; known: boolean; name: string; password: PasswordHash }
  | { purpose: "reset"; email: string; known: boolean };

interface Entry extends Expiring {
  challenge: Challenge;
  /** A hash. */
  code: string;
  sentAt: number;
  attempts: number;
}

export type CheckResult =
  | { ok: true; challenge: Challenge }
  | { ok: false; reason: "wrong" | "expired" | "exhausted" };

export interface Codes {
  /** Sends a code for the sign-in `uid`. False when this address was sent one less than a minute ago. */
  send(uid: string, challenge: Challenge): Promise<boolean>;
  /** As `send`, for the challenge that the sign-in `uid` has; false when it has none. */
  resend(uid: string): Promise<boolean>;
  /** The challenge whose code the sign-in `uid` waits for. */
  pending(uid: string): Promise<Challenge | undefined>;
  check(uid: string, code: string): Promise<CheckResult>;
  /** Forgets the code. */
  finish(uid: string): Promise<void>;
}

const keyOf = (uid: string) => PREFIX + uid;
const digest = (uid: string, code: string) => createHash("sha256").update(`${uid}:${code}`).digest();

/** The codes kept in `store` and sent through `mail`; `now` is in milliseconds since the epoch. */
export function createCodes(store: Store, mail: Mail, now: () => number): Codes {
  const letters = createThrottle(1, RESEND_AFTER_MS, now);
  const guesses = createThrottle(2 * MAX_ATTEMPTS, LIFETIME_MS, now);
  const find = (uid: string) => store.get<Entry>(keyOf(uid));

  async function send(uid: string, challenge: Challenge): Promise<boolean> {
    await removeExpired(store, PREFIX, now());
    const isAllowed = letters.take(`${challenge.purpose} ${challenge.email}`);
    const previous = await find(uid);
    if (!isAllowed && previous && isSameAddress(previous.challenge, challenge)) {
      await store.put(keyOf(uid), { ...previous, challenge });
      return false;
    }
    const code = randomInt(1_000_000).toString().padStart(6, "0");
    const hash = digest(uid, code).toString("base64");
    const [sentAt, expiresAt] = [now(), now() + LIFETIME_MS];
    await store.put(keyOf(uid), { challenge, code: hash, sentAt, expiresAt, attempts: 0 } satisfies Entry);
    // Nothing is sent to an address without an account; the page looks the same.
    if (isAllowed && (challenge.purpose === "sign-up" || challenge.known)) {
      const idempotencyKey = `code:${uid}:${sentAt}`;
      await mail.send({ to: challenge.email, ...letter(challenge, code), idempotencyKey });
    }
    return isAllowed;
  }

  return {
    send,
    async resend(uid) {
      const entry = await find(uid);
      return entry ? send(uid, entry.challenge) : false;
    },
    pending: async (uid) => (await find(uid))?.challenge,
    async check(uid, code) {
      const entry = await find(uid);
      if (!entry || entry.expiresAt <= now()) return { ok: false, reason: "expired" };
      const { challenge, attempts } = entry;
      if (attempts >= MAX_ATTEMPTS || !guesses.take(challenge.email))
        return { ok: false, reason: "exhausted" };
      await store.put(keyOf(uid), { ...entry, attempts: attempts + 1 });
      if (!isRight(uid, entry, code)) return { ok: false, reason: "wrong" };
      guesses.clear(challenge.email);
      return { ok: true, challenge };
    },
    finish: (uid) => store.delete(keyOf(uid)),
  };
}

const isSameAddress = (one: Challenge, other: Challenge): boolean =>
  one.email === other.email && one.purpose === other.purpose;

function isRight(uid: string, { challenge, code }: Entry, given: string): boolean {
  const isSame = timingSafeEqual(digest(uid, given), Buffer.from(code, "base64"));
  // At sign-up, a known address is sent no code: a guessed one must not open the account.
  const wasSent = challenge.known === (challenge.purpose === "reset");
  return isSame && wasSent;
}

function letter(challenge: Challenge, code: string): { subject: string; text: string } {
  const footer = "The code works for 15 minutes. If you did not ask for it, ignore this e-mail.";
  if (challenge.purpose === "reset") {
    return {
      subject: `${code} is your Clawe password reset code`,
      text: `Your code is ${code}\n\n${footer}\n`,
    };
  }
  if (challenge.known) {
    return {
      subject: "You already have a Clawe account",
      text: "Somebody, perhaps you, tried to sign up with this e-mail address. It has an account already. Sign in, or choose “Forgot password?” to set a new password.\n",
    };
  }
  return {
    subject: `${code} is your Clawe verification code`,
    text: `Welcome to Clawe, ${challenge.name}!\n\nYour code is ${code}\n\n${footer}\n`,
  };
}
