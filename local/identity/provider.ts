// The configuration of `oidc-provider`: two public clients, code + PKCE, JWT access tokens for our API.
import {
  type Configuration,
  type ErrorOut,
  type FindAccount,
  type Grant,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from "oidc-provider";
import type { Store } from "../store.ts";
import { createAdapterFactory } from "./adapter.ts";
import { AUDIENCE, clients, WEB_CLIENT } from "./clients.ts";
import type { IdentityKeys } from "./keys.ts";
import { confirmSignOut, signedOut } from "./logout.ts";
import { messagePage, respondWith } from "./pages.ts";
import type { User, Users } from "./users.ts";

// Resource indicators must be URIs; the audience that one stands for need not be.
const RESOURCE = "urn:clawe:api";
const SCOPES = "openid email profile";
const HOUR = 60 * 60;
const MONTH = 30 * 24 * HOUR;

/** The claims of userinfo and of ID tokens. */
export function claimsOf(user: User) {
  return { sub: user.sub, email: user.email, email_verified: true, name: user.name };
}

/** The provider for `issuer`, without its interaction pages (they are at `<issuer>/interaction/<uid>`). */
export function createProvider(input: {
  issuer: string;
  webOrigin: string;
  store: Store;
  users: Users;
  keys: IdentityKeys;
}): Provider {
  const { issuer, webOrigin, store, users, keys } = input;
  const { pathname, port } = new URL(issuer);
  const provider = new Provider(issuer, {
    adapter: createAdapterFactory(store),
    jwks: keys.jwks,
    clients: clients(webOrigin),
    clientAuthMethods: ["none"],
    responseTypes: ["code"],
    pkce: { required: () => true },
    scopes: ["openid", "offline_access", "email", "profile"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    extraParams: ["screen_hint"],
    cookies: cookies(keys, pathname, port),
    features: features(webOrigin),
    clientBasedCORS: (_ctx, origin) => origin === webOrigin,
    findAccount: findAccount(users),
    loadExistingGrant: newGrant,
    extraTokenClaims: (_ctx, token) => ("grantId" in token ? { sid: token.grantId } : undefined),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // `findAccount` checks instead: the built-in check ends a tab's sign-in when another tab signs in.
    expiresWithSession: () => false,
    interactions: {
      policy: policy(),
      url: (_ctx, interaction) => `${pathname}/interaction/${interaction.uid}`,
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: MONTH,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? MONTH,
      Session: MONTH,
    },
    renderError: (ctx, out) => renderError(ctx, out, webOrigin),
  });
  provider.on("server_error", (_ctx, error) => console.error("identity:", error));
  return provider;
}

function cookies(keys: IdentityKeys, path: string, port: string): Configuration["cookies"] {
  return {
    keys: keys.cookies,
    // Cookies ignore ports: two installations on one machine must not overwrite each other's.
    names: {
      session: `clawe_session_${port}`,
      interaction: `clawe_interaction_${port}`,
      resume: `clawe_resume_${port}`,
    },
    long: { httpOnly: true, sameSite: "lax", path },
    short: { httpOnly: true, sameSite: "lax" },
  };
}

function features(webOrigin: string): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    userinfo: { enabled: true },
    revocation: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => confirmSignOut(ctx, form, webOrigin),
      postLogoutSuccessSource: (ctx) => signedOut(ctx, webOrigin),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: SCOPES,
        audience: AUDIENCE,
        accessTokenFormat: "jwt",
        accessTokenTTL: HOUR,
      }),
    },
  };
}

/** The base policy without its consent question: both clients are ours. */
function policy() {
  const prompts = interactionPolicy.base();
  prompts.get("consent")?.checks.remove("native_client_prompt");
  return prompts;
}

const findAccount =
  (users: Users): FindAccount =>
  async (ctx, sub, token) => {
    const user = await users.find(sub);
    if (!user) return undefined;
    if (token?.kind === "RefreshToken" && token.clientId === WEB_CLIENT) {
      // Signing out in the browser ends the sign-in of every tab. The CLI has a sign-in of its own.
      const session = await ctx.oidc.provider.Session.findByUid(token.sessionUid ?? "");
      if (session?.accountId !== sub) return undefined;
    }
    return { accountId: sub, claims: () => claimsOf(user) };
  };

/** Each sign-in gets its own grant: revoking one leaves the others, and the grant's id identifies the sign-in. */
async function newGrant({ oidc }: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { account, client, provider } = oidc;
  if (!account || !client) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope(`${SCOPES} offline_access`);
  grant.addResourceScope(RESOURCE, SCOPES);
  await grant.save();
  return grant;
}

function renderError(ctx: KoaContextWithOIDC, out: ErrorOut, webOrigin: string): void {
  const isExpired = out.error === "invalid_request" && /session|expired/.test(out.error_description ?? "");
  const page = isExpired
    ? { title: "This sign-in has expired", text: "Please start again." }
    : {
        title: "Signing in failed",
        text: `${sentence(out.error_description ?? out.error)} Go back to Clawe and try again.`,
      };
  respondWith(ctx, messagePage({ ...page, webOrigin }));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.?$/, ".")}`;
}
