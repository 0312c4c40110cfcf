// Signing in and out, and who I am.
import * as z from "zod";
import { identity } from "#platform";
import * as Account from "../../core/account/index.ts";
import { currentUser, operatorRole } from "../../core/actor/index.ts";
import * as Operator from "../../core/operator/index.ts";
import * as Session from "../../core/session/index.ts";
import * as User from "../../core/user/index.ts";
import { VisibleError } from "../../core/util/error.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";
import { unauthenticated, verify } from "../http/token.ts";

const claims = z.object({
  sub: z.string(),
  email: z.email(),
  // Cognito says it as a string.
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")]),
  name: z.string().optional(),
});

/** The issuer's word on who the token's bearer is. Throws `unauthenticated`, `unavailable`. */
async function userinfo(bearer: string): Promise<z.output<typeof claims>> {
  let answer: Response;
  try {
    answer = await fetch(identity.userinfoUri, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(5000),
    });
  } catch (cause) {
    throw new VisibleError("unavailable", "Sign-in cannot be completed at the moment. Try again.", { cause });
  }
  if (!answer.ok) throw unauthenticated();
  return claims.parse(await answer.json());
}

export const routes = [
  route({
    method: "POST",
    path: "/sessions",
    operationId: "signIn",
    summary: "Begin a session with an access token; the first one creates the user and an account",
    access: { kind: "token" },
    audit: true,
    output: User.user,
    status: 201,
    async handler({ bearer = "" }) {
      const token = await verify(bearer);
      const { email, email_verified, name } = await userinfo(bearer);
      const { issuer, subject } = token;
      const entered = await User.findOrCreate({
        issuer,
        subject,
        email,
        emailVerified: email_verified,
        name: name?.trim().slice(0, 100) || email.slice(0, 100),
      });
      await Session.begin(Session.sessionIdOf(issuer, token.session), {
        userId: entered.userId,
        name: entered.name,
      });
      return entered;
    },
  }),
  route({
    method: "DELETE",
    path: "/sessions/current",
    operationId: "signOut",
    summary: "End this session at once",
    access: { kind: "user" },
    audit: true,
    handler: () => Session.end(currentUser().sessionId),
  }),
  route({
    method: "GET",
    path: "/me",
    operationId: "getMe",
    summary: "The signed-in user and the accounts they belong to",
    access: { kind: "user" },
    output: User.user.extend({
      accounts: z.array(Account.membership),
      operator: operatorRole.optional().describe("Their role among the people who run the service"),
    }),
    async handler() {
      const [found, accounts, operator] = await Promise.all([
        User.me(),
        Account.listMine(),
        Operator.roleOf(currentUser().userId),
      ]);
      return { ...found, accounts, operator };
    },
  }),
];

export const handler = serve(routes);
