// Signing out: at once when our own page asks for it, and after a question when anybody else does.
import type { KoaContextWithOIDC, Session } from "oidc-provider";
import { html, trusted } from "../page.ts";
import { messagePage, respondWith, signOutPage } from "./pages.ts";
import { textParameter } from "./parameters.ts";

/** Replaces Cognito's `logout_uri` by the standard's `post_logout_redirect_uri`. Takes and returns path + query. */
export function withStandardLogout(url: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  const logoutUri = parameters.get("logout_uri");
  if (logoutUri === null) return url;
  parameters.delete("logout_uri");
  if (!parameters.has("post_logout_redirect_uri")) parameters.set("post_logout_redirect_uri", logoutUri);
  return `${path}?${parameters}`;
}

/** Whether the request comes from somebody who shows this user's ID token, or from our own pages. */
function isTrusted(ctx: KoaContextWithOIDC, session: Session): boolean {
  const hinted = ctx.oidc.entities.IdTokenHint?.payload.sub;
  return hinted === session.accountId || ctx.get("sec-fetch-site") === "same-origin";
}

/** The provider's `logoutSource`. */
export async function confirmSignOut(
  ctx: KoaContextWithOIDC,
  form: string,
  webOrigin: string,
): Promise<void> {
  const { session, client, params, provider } = ctx.oidc;
  if (!session || !isTrusted(ctx, session)) {
    const button = html`<button class="primary" form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
    respondWith(ctx, signOutPage({ form: html`${trusted(form)}${button}`, webOrigin }));
    return;
  }
  const grantId = client && session.grantIdFor(client.clientId);
  if (grantId !== undefined) {
    await provider.RefreshToken.revokeByGrantId(grantId);
    await provider.Grant.adapter.destroy(grantId);
  }
  await session.destroy();
  const { pathname } = new URL(provider.issuer);
  ctx.cookies.set(provider.cookieName("session"), null, { path: pathname, httpOnly: true, sameSite: "lax" });
  const target = textParameter(params, "post_logout_redirect_uri");
  if (target === undefined) {
    signedOut(ctx, webOrigin);
    return;
  }
  const url = new URL(target);
  const state = textParameter(params, "state");
  if (state !== undefined) url.searchParams.set("state", state);
  ctx.status = 303;
  ctx.redirect(url.href);
}

export function signedOut(ctx: KoaContextWithOIDC, webOrigin: string): void {
  respondWith(ctx, messagePage({ title: "You are signed out", text: "See you soon.", webOrigin }));
}
