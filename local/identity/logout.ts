// Signing out: at once when our own page asks for it, after a question when anybody else does.
import type { Context } from "oidc-provider";
import { html, trusted } from "../page.ts";
import { messagePage, respondWith, signOutPage } from "./pages.ts";

/** Turns Cognito's `logout_uri` into the standard's `post_logout_redirect_uri`. Takes and returns path + query. */
export function withStandardLogout(url: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  const logoutUri = parameters.get("logout_uri");
  if (logoutUri === null) return url;
  parameters.delete("logout_uri");
  if (!parameters.has("post_logout_redirect_uri")) parameters.set("post_logout_redirect_uri", logoutUri);
  return `${path}?${parameters}`;
}

function isOurs(ctx: Context): boolean {
  const { session, entities } = ctx.oidc;
  // Somebody who shows this user's ID token, or a link on our own pages, is no forged request.
  return (
    entities.IdTokenHint?.payload.sub === session.accountId || ctx.get("sec-fetch-site") === "same-origin"
  );
}

/** The provider's `logoutSource`. */
export async function confirmSignOut(ctx: Context, form: string, webOrigin: string): Promise<void> {
  const { session, client, params, provider } = ctx.oidc;
  if (!isOurs(ctx)) {
    const button = html`<button class="primary" form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
    respondWith(ctx, signOutPage({ form: html`${trusted(form)}${button}`, webOrigin }));
    return;
  }
  const grantId = client && session.grantIdFor(client.clientId);
  if (grantId !== undefined) {
    await provider.RefreshToken.revokeByGrantId?.(grantId);
    await provider.Grant.adapter.destroy(grantId);
  }
  await session.destroy();
  const { pathname } = new URL(provider.issuer);
  ctx.cookies.set(provider.cookieName("session"), null, { path: pathname, httpOnly: true, sameSite: "lax" });
  const target = params.post_logout_redirect_uri;
  if (target === undefined) {
    signedOut(ctx, webOrigin);
    return;
  }
  const url = new URL(target);
  if (params.state !== undefined) url.searchParams.set("state", params.state);
  ctx.status = 303;
  ctx.redirect(url.href);
}

export function signedOut(ctx: Context, webOrigin: string): void {
  respondWith(ctx, messagePage({ title: "You are signed out", text: "See you soon.", webOrigin }));
}
