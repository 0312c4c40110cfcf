// The steps of a sign-in: which page comes next, and who is signed in at the end. No HTTP.
import * as z from "zod";
import type { Page } from "../page.ts";
import type { Challenge, CheckResult, Codes } from "./codes.ts";
import * as pages from "./pages.ts";
import { hashPassword } from "./passwords.ts";
import { normalizeEmail, type User, type Users } from "./users.ts";

const Email = z.email("Please enter an e-mail address.").max(254, "This e-mail address is too long.");
const NewPassword = z
  .string()
  .min(10, "The password needs at least 10 characters.")
  .max(200, "The password can have at most 200 characters.");
const SignUp = z.object({
  name: z.string().trim().min(1, "Please enter your name.").max(100, "This name is too long."),
  email: Email,
  password: NewPassword,
});
const Forgot = z.object({ email: Email });
const Reset = z.object({ password: NewPassword });

const SENT_LATELY = "A code went out less than a minute ago. Please wait a moment, then ask for a new one.";
const CODE_PROBLEMS: Record<"wrong" | "expired" | "exhausted", string> = {
  wrong: "This code is not right. Please check it.",
  expired: "This code has expired. Please ask for a new one.",
  exhausted: "Too many wrong codes. Please ask for a new one in a few minutes.",
};

export type Fields = Record<string, string>;
/** A page to show, a page of this sign-in to go to, or the user who is now signed in. */
export type Outcome = { page: Page; status?: number } | { goTo: string } | { signedIn: User };
export type Step = (at: At, fields: Fields) => Promise<Outcome>;
export interface At {
  uid: string;
  frame: pages.Frame;
  hint: string;
  /** The web app asked for the sign-up page. */
  signUpFirst: boolean;
  /** The web app or the CLI asked to go on as the demo user at once. */
  demoFirst: boolean;
}

const bad = (text: string): pages.Notice => ({ kind: "bad", text });
const text = (fields: Fields, name: string) => fields[name] ?? "";

function firstProblem(error: z.ZodError): pages.Notice {
  return bad(error.issues[0]?.message ?? "Please check what you entered.");
}

/** The steps of a sign-in, named `METHOD path`; the first page has no path. */
export function createSteps(input: {
  users: Users;
  codes: Codes;
  demoUser?: { email: string; name: string };
}): Map<string, Step> {
  const { users, codes, demoUser } = input;

  function signInPage({ frame, hint }: At, email = hint, notice?: pages.Notice): Page {
    return pages.signInPage({ ...frame, email, notice, demo: demoUser?.name });
  }

  /** The page that waits for the code of `purpose`; back to the start when there is none. */
  async function codePage(
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

  async function begin(at: At, challenge: Challenge): Promise<Outcome> {
    const sent = await codes.send(at.uid, challenge);
    const step = challenge.purpose === "sign-up" ? "/verify" : "/reset";
    return sent ? { goTo: step } : codePage(at, challenge.purpose, { kind: "good", text: SENT_LATELY });
  }

  async function checkCode(at: At, purpose: Challenge["purpose"], code: string): Promise<CheckResult> {
    const pending = await codes.pending(at.uid);
    return pending?.purpose === purpose
      ? codes.check(at.uid, code.replace(/\s/g, ""))
      : { ok: false, reason: "expired" };
  }

  return new Map<string, Step>([
    [
      "GET ",
      async (at) => {
        if (at.demoFirst && demoUser) return { signedIn: await users.create(demoUser) };
        return at.signUpFirst ? { goTo: "/sign-up" } : { page: signInPage(at) };
      },
    ],
    ["GET /sign-in", async (at) => ({ page: signInPage(at) })],
    [
      "POST /sign-in",
      async (at, fields) => {
        const email = text(fields, "email");
        const result = await users.signIn(email, text(fields, "password"));
        if (result.ok) return { signedIn: result.user };
        const throttled = result.reason === "throttled";
        const message = throttled
          ? "Too many attempts with this e-mail. Please wait 15 minutes, or reset your password."
          : "This e-mail and password do not match.";
        return { page: signInPage(at, email, bad(message)), status: throttled ? 429 : 422 };
      },
    ],
    [
      "POST /demo",
      async () => (demoUser ? { signedIn: await users.create(demoUser) } : { goTo: "/sign-in" }),
    ],
    [
      "GET /sign-up",
      async ({ frame, hint }) => ({ page: pages.signUpPage({ ...frame, email: hint, name: "" }) }),
    ],
    [
      "POST /sign-up",
      async (at, fields) => {
        const form = SignUp.safeParse(fields);
        if (!form.success) {
          const view = { email: text(fields, "email"), name: text(fields, "name") };
          const page = pages.signUpPage({ ...at.frame, ...view, notice: firstProblem(form.error) });
          return { page, status: 422 };
        }
        const { name, password } = form.data;
        const email = normalizeEmail(form.data.email);
        const known = (await users.findByEmail(email)) !== undefined;
        return begin(at, { purpose: "sign-up", email, name, known, password: await hashPassword(password) });
      },
    ],
    ["GET /verify", async (at) => codePage(at, "sign-up")],
    [
      "POST /verify",
      async (at, fields) => {
        const result = await checkCode(at, "sign-up", text(fields, "code"));
        if (!result.ok) return codePage(at, "sign-up", bad(CODE_PROBLEMS[result.reason]));
        if (result.challenge.purpose !== "sign-up") return { goTo: "/sign-in" };
        const { email, name, password } = result.challenge;
        const user = await users.create({ email, name, password });
        await codes.finish(at.uid);
        return { signedIn: user };
      },
    ],
    ["GET /forgot", async ({ frame, hint }) => ({ page: pages.forgotPage({ ...frame, email: hint }) })],
    [
      "POST /forgot",
      async (at, fields) => {
        const form = Forgot.safeParse(fields);
        if (!form.success) {
          const view = { email: text(fields, "email"), notice: firstProblem(form.error) };
          return { page: pages.forgotPage({ ...at.frame, ...view }), status: 422 };
        }
        const email = normalizeEmail(form.data.email);
        const known = (await users.findByEmail(email)) !== undefined;
        return begin(at, { purpose: "reset", email, known });
      },
    ],
    ["GET /reset", async (at) => codePage(at, "reset")],
    [
      "POST /reset",
      async (at, fields) => {
        const form = Reset.safeParse(fields);
        // Before the code: a refused password must not cost one of its attempts.
        if (!form.success) return codePage(at, "reset", firstProblem(form.error));
        const result = await checkCode(at, "reset", text(fields, "code"));
        if (!result.ok) return codePage(at, "reset", bad(CODE_PROBLEMS[result.reason]));
        const user = await users.findByEmail(result.challenge.email);
        if (!user) return { goTo: "/sign-in" };
        await users.setPassword(user, form.data.password);
        await codes.finish(at.uid);
        return { signedIn: user };
      },
    ],
    [
      "POST /resend",
      async (at) => {
        const sent = await codes.resend(at.uid);
        const pending = await codes.pending(at.uid);
        if (!pending) return { goTo: "/sign-in" };
        const message = sent ? "A new code is on its way." : SENT_LATELY;
        return codePage(at, pending.purpose, { kind: "good", text: message });
      },
    ],
  ]);
}
