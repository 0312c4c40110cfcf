// What the steps that prove an address by a mailed code have in common.
import type { Challenge, CheckResult, Codes } from "./codes.ts";
import * as pages from "./pages.ts";
import type { At, Outcome } from "./step.ts";

const SENT_RECENTLY =
  "We sent a code less than a minute ago. Please wait a moment before you ask for another.";

export const CODE_PROBLEMS: Record<"wrong" | "expired" | "exhausted", string> = {
  wrong: "This code is wrong. Please check it and try again.",
  expired: "This code has expired. Please ask for a new one.",
  exhausted: "Too many wrong codes. Please ask for a new one in a few minutes.",
};

/** The page that asks for the code of `purpose`; the start when no code was sent. */
export async function codePage(
  codes: Codes,
  { uid, frame }: At,
  purpose: Challenge["purpose"],
  notice?: pages.Notice,
): Promise<Outcome> {
  const pending = await codes.pending(uid);
  if (pending?.purpose !== purpose) return { goTo: "/sign-in" };
  const view = { ...frame, email: pending.email, notice };
  const page = purpose === "sign-up" ? pages.verifyPage(view) : pages.resetPage(view);
  return { page, status: notice?.kind === "bad" ? 422 : 200 };
}

/** Sends a code, and goes to the page that asks for it. */
export async function sendCode(codes: Codes, at: At, challenge: Challenge): Promise<Outcome> {
  const isSent = await codes.send(at.uid, challenge);
  if (!isSent) return codePage(codes, at, challenge.purpose, { kind: "good", text: SENT_RECENTLY });
  return { goTo: challenge.purpose === "sign-up" ? "/verify" : "/reset" };
}

export async function resendCode(codes: Codes, at: At): Promise<Outcome> {
  const isSent = await codes.resend(at.uid);
  const pending = await codes.pending(at.uid);
  if (!pending) return { goTo: "/sign-in" };
  const text = isSent ? "We have sent a new code." : SENT_RECENTLY;
  return codePage(codes, at, pending.purpose, { kind: "good", text });
}

/** Checks the code; one for another purpose counts as expired. */
export async function checkCode(
  codes: Codes,
  at: At,
  purpose: Challenge["purpose"],
  code: string,
): Promise<CheckResult> {
  const pending = await codes.pending(at.uid);
  return pending?.purpose === purpose
    ? codes.check(at.uid, code.replace(/\s/g, ""))
    : { ok: false, reason: "expired" };
}
