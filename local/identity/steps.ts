// The steps of a sign-in: which page comes next, and who is signed in at the end. No HTTP.
import * as z from "zod";
import type { Page } from "../page.ts";
import { CODE_PROBLEMS, checkCode, codePage, resendCode, sendCode } from "./code-steps.ts";
import type { Codes } from "./codes.ts";
import * as pages from "./pages.ts";
import { hashPassword } from "./passwords.ts";
import type { At, Fields, Step } from "./step.ts";
import { normalizeEmail, type Users } from "./users.ts";

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

export interface StepsOptions {
  users: Users;
  codes: Codes;
  demoUser?: { email: string; name: string };
}

/** The steps of a sign-in, by `METHOD path`; the first page has an empty path. */
export function createSteps(options: StepsOptions): Map<string, Step> {
  return new Map(
    Object.entries({ ...signInSteps(options), ...signUpSteps(options), ...resetSteps(options) }),
  );
}

function signInSteps({ users, demoUser }: StepsOptions): Record<string, Step> {
  function signInPage({ frame, hint }: At, email = hint, notice?: pages.Notice): Page {
    return pages.signInPage({ ...frame, email, notice, demo: demoUser?.name });
  }
  return {
    "GET ": async (at) => {
      if (at.demoFirst && demoUser) return { signedIn: await users.create(demoUser) };
      return at.signUpFirst ? { goTo: "/sign-up" } : { page: signInPage(at) };
    },
    "GET /sign-in": async (at) => ({ page: signInPage(at) }),
    "POST /sign-in": async (at, fields) => {
      const email = text(fields, "email");
      const result = await users.signIn(email, text(fields, "password"));
      if (result.ok) return { signedIn: result.user };
      const isThrottled = result.reason === "throttled";
      const message = isThrottled
        ? "Too many attempts with this e-mail. Please wait 15 minutes, or reset your password."
        : "This e-mail and password do not match.";
      return { page: signInPage(at, email, bad(message)), status: isThrottled ? 429 : 422 };
    },
    "POST /demo": async () => (demoUser ? { signedIn: await users.create(demoUser) } : { goTo: "/sign-in" }),
  };
}

function signUpSteps({ users, codes }: StepsOptions): Record<string, Step> {
  return {
    "GET /sign-up": async ({ frame, hint }) => ({
      page: pages.signUpPage({ ...frame, email: hint, name: "" }),
    }),
    "POST /sign-up": async (at, fields) => {
      const form = SignUp.safeParse(fields);
      if (!form.success) {
        const view = { email: text(fields, "email"), name: text(fields, "name") };
        const page = pages.signUpPage({ ...at.frame, ...view, notice: firstProblem(form.error) });
        return { page, status: 422 };
      }
      const { name } = form.data;
      const email = normalizeEmail(form.data.email);
      const known = (await users.findByEmail(email)) !== undefined;
      const password = await hashPassword(form.data.password);
      return sendCode(codes, at, { purpose: "sign-up", email, name, known, password });
    },
    "GET /verify": (at) => codePage(codes, at, "sign-up"),
    "POST /verify": async (at, fields) => {
      const result = await checkCode(codes, at, "sign-up", text(fields, "code"));
      if (!result.ok) return codePage(codes, at, "sign-up", bad(CODE_PROBLEMS[result.reason]));
      if (result.challenge.purpose !== "sign-up") return { goTo: "/sign-in" };
      const { email, name, password } = result.challenge;
      const user = await users.create({ email, name, password });
      await codes.finish(at.uid);
      return { signedIn: user };
    },
    "POST /resend": (at) => resendCode(codes, at),
  };
}

function resetSteps({ users, codes }: StepsOptions): Record<string, Step> {
  return {
    "GET /forgot": async ({ frame, hint }) => ({ page: pages.forgotPage({ ...frame, email: hint }) }),
    "POST /forgot": async (at, fields) => {
      const form = Forgot.safeParse(fields);
      if (!form.success) {
        const view = { email: text(fields, "email"), notice: firstProblem(form.error) };
        return { page: pages.forgotPage({ ...at.frame, ...view }), status: 422 };
      }
      const email = normalizeEmail(form.data.email);
      const known = (await users.findByEmail(email)) !== undefined;
      return sendCode(codes, at, { purpose: "reset", email, known });
    },
    "GET /reset": (at) => codePage(codes, at, "reset"),
    "POST /reset": async (at, fields) => {
      const form = Reset.safeParse(fields);
      // Checked before the code: a refused password must not use up an attempt.
      if (!form.success) return codePage(codes, at, "reset", firstProblem(form.error));
      const result = await checkCode(codes, at, "reset", text(fields, "code"));
      if (!result.ok) return codePage(codes, at, "reset", bad(CODE_PROBLEMS[result.reason]));
      const user = await users.findByEmail(result.challenge.email);
      if (!user) return { goTo: "/sign-in" };
      await users.setPassword(user, form.data.password);
      await codes.finish(at.uid);
      return { signedIn: user };
    },
  };
}

const bad = (text: string): pages.Notice => ({ kind: "bad", text });
const text = (fields: Fields, name: string) => fields[name] ?? "";

function firstProblem(error: z.ZodError): pages.Notice {
  return bad(error.issues[0]?.message ?? "Please check what you entered.");
}
