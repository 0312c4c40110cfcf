// Signing in and out, and the signed-in user.
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
  // Cognito sends it as a string.
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]),
  name: z.string().optional(),
});

/** The issuer's claims about the bearer of the token. Throws `unauthenticated`, `unavailable`. */
async function userinfo(bearer: string): Promise<z.output<typeof claims>> {
  let response: Response;
  try {
    response = await fetch(identity.userinfoUri, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(5000),
    });
  } catch (cause) {
    throw new VisibleError(
      "unavailable",
      "Your sign-in cannot be completed right now. Try again in a moment.",
      { cause },
    );
  }
  if (!response.ok) throw unauthenticated();
  return claims.parse(await response.json());
}

export const routes = [
  route({
    method: "POST",
    path: "/sessions",
    operationId: "signIn",
    summary: "Begin a session with an access token",
    description: "The first session creates the user and an account.",
    access: { kind: "token" },
    audit: true,
    output: User.user,
    status: 201,
    async handler({ bearer = "" }) {
      const token = await verify(bearer);
      const { email, email_verified, name } = await userinfo(bearer);
      const { issuer, subject } = token;
      const user = await User.findOrCreate({
        issuer,
        subject,
        email,
        emailVerified: email_verified,
        name: name?.trim().slice(0, 100) || email.slice(0, 100),
      });
      await Session.begin(Session.sessionIdOf(issuer, token.session), {
        userId: user.userId,
        name: user.name,
      });
      return user;
    },
  }),
  route({
    method: "DELETE",
    path: "/sessions/current",
    operationId: "signOut",
    summary: "End this session immediately",
    access: { kind: "user" },
    audit: true,
    handler: () => Session.end(currentUser().sessionId),
  }),
  route({
    method: "GET",
    path: "/me",
    operationId: "getMe",
    summary: "Get the signed-in user and their accounts",
    access: { kind: "user" },
    output: User.user.extend({
      accounts: z.array(Account.membership),
      operator: operatorRole.optional().describe("Their role as an operator of the service"),
    }),
    async handler() {
      const [user, accounts, operator] = await Promise.all([
        User.me(),
        Account.listMine(),
        Operator.roleOf(currentUser().userId),
      ]);
      return { ...user, accounts, operator };
    },
  }),
];

export const handler = serve(routes);
