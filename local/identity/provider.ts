// How `oidc-provider` is set up: two public clients, code + PKCE, JWT access tokens for our API.
import {
  type ClientMetadata,
  type ErrorOut,
  type FindAccount,
  type Grant,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from "oidc-provider";
import type { Store } from "../store.ts";
import { createAdapterFactory } from "./adapter.ts";
import type { IdentityKeys } from "./keys.ts";
import { confirmSignOut, signedOut } from "./logout.ts";
import { messagePage, respondWith } from "./pages.ts";
import type { User, Users } from "./users.ts";

/** The `aud` of access tokens. */
export const AUDIENCE = "clawe-api";
export const WEB_CLIENT = "clawe-web";
export const CLI_CLIENT = "clawe-cli";

// Resource indicators must be URIs; the audience they stand for need not be.
const RESOURCE = "urn:clawe:api";
const SCOPES = "openid email profile";
const HOUR = 60 * 60;
const MONTH = 30 * 24 * HOUR;

/** What userinfo and ID tokens say of a user. */
export function claimsOf(user: User) {
  return { sub: user.sub, email: user.email, email_verified: true, name: user.name };
}

function publicClient(
  client_id: string,
  application_type: "web" | "native",
  redirect_uris: string[],
): ClientMetadata {
  return {
    client_id,
    application_type,
    redirect_uris,
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
  };
}

/** The base policy without its question: both clients are ours, nobody is asked to trust them. */
function policy() {
  const prompts = interactionPolicy.base();
  prompts.get("consent")?.checks.remove("native_client_prompt");
  return prompts;
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

  const findAccount: FindAccount = async (_ctx, sub, token) => {
    const user = await users.find(sub);
    if (!user) return undefined;
    if (token?.kind === "RefreshToken" && token.clientId === WEB_CLIENT) {
      // Signing out of the browser ends every tab's sign-in; the CLI has its own.
      const session = await provider.Session.findByUid(token.sessionUid ?? "");
      if (session?.accountId !== sub) return undefined;
    }
    return { accountId: sub, claims: () => claimsOf(user) };
  };

  /** Each sign-in gets a grant of its own: revoking one leaves the others, and its id names the session. */
  async function newGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
    const { account, client } = ctx.oidc;
    if (!account || !client) return undefined;
    const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
    grant.addOIDCScope(`${SCOPES} offline_access`);
    grant.addResourceScope(RESOURCE, SCOPES);
    await grant.save();
    return grant;
  }

  const provider: Provider = new Provider(issuer, {
    adapter: createAdapterFactory(store),
    jwks: keys.jwks,
    clients: [
      {
        ...publicClient(WEB_CLIENT, "web", [`${webOrigin}/callback`]),
        post_logout_redirect_uris: [`${webOrigin}/`],
      },
      // Ports of loopback addresses are not compared (RFC 8252).
      publicClient(CLI_CLIENT, "native", [
        "http://127.0.0.1/callback",
        "http://localhost/callback",
        "http://[::1]/callback",
      ]),
    ],
    clientAuthMethods: ["none"],
    responseTypes: ["code"],
    pkce: { required: () => true },
    scopes: ["openid", "offline_access", "email", "profile"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    extraParams: ["screen_hint"],
    cookies: {
      keys: keys.cookies,
      // Cookies ignore ports: two installations on one machine must not overwrite each other's.
      names: {
        session: `clawe_session_${port}`,
        interaction: `clawe_interaction_${port}`,
        resume: `clawe_resume_${port}`,
      },
      long: { httpOnly: true, sameSite: "lax", path: pathname },
      short: { httpOnly: true, sameSite: "lax" },
    },
    features: {
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
    },
    clientBasedCORS: (_ctx, origin) => origin === webOrigin,
    findAccount,
    loadExistingGrant: newGrant,
    extraTokenClaims: (_ctx, token) => ("grantId" in token ? { sid: token.grantId } : undefined),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // The check in `findAccount` takes its place: the built-in one ends a tab's sign-in when another tab signs in.
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

function renderError(ctx: KoaContextWithOIDC, out: ErrorOut, webOrigin: string): void {
  const expired = out.error === "invalid_request" && /session|expired/.test(out.error_description ?? "");
  respondWith(
    ctx,
    messagePage({
      title: expired ? "This sign-in has expired" : "That did not work",
      text: expired
        ? "Please start again."
        : `The sign-in service answered: ${out.error_description ?? out.error}.`,
      webOrigin,
    }),
  );
}
