// Signing in and out with OpenID Connect (code + PKCE). Tokens live in memory and in this tab's session storage.
import { ErrorResponse, type User, UserManager, WebStorageStateStore } from "oidc-client-ts";
import { useSyncExternalStore } from "react";
import type { SiteConfig } from "./config.ts";

/** `ended`: the sign-in was over before its person was; where they had been. */
export type AuthState = { signedIn: boolean; ended?: { at: string } };

let manager: UserManager;
let user: User | null = null;
let state: AuthState = { signedIn: false };
let refreshing: Promise<boolean> | undefined;
let completing: Promise<string> | undefined;
const listeners = new Set<() => void>();

function become(next: AuthState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Finds the sign-in of an earlier load of this tab. */
export async function startAuth({ identity }: SiteConfig): Promise<void> {
  const origin = window.location.origin;
  const store = () => new WebStorageStateStore({ store: window.sessionStorage });
  manager = new UserManager({
    authority: identity.authority,
    client_id: identity.clientId,
    redirect_uri: `${origin}/callback`,
    post_logout_redirect_uri: `${origin}/`,
    scope: "openid email profile",
    userStore: store(),
    stateStore: store(),
    // Ours, below: refresh tokens are used once, so there must never be two refreshes at the same time.
    automaticSilentRenew: false,
    monitorSession: false,
    requestTimeoutInSeconds: 15,
  });
  manager.events.addAccessTokenExpiring(() => {
    // When this fails the next request tries again and has somebody to tell.
    refresh().then(
      (renewed) => renewed || endSession(),
      () => undefined,
    );
  });
  user = await manager.getUser();
  become({ signedIn: user !== null });
}

export const isSignedIn = (): boolean => state.signedIn;

/** Calls `listener` whenever somebody signed in or stopped being signed in; gives the way to stop that. */
export function onAuthChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAuth = (): AuthState => useSyncExternalStore(onAuthChange, () => state);

export interface SignInWish {
  /** Begin with making an account. */
  signUp?: boolean;
  /** Whose sign-in is expected: filled in for them. */
  email?: string;
  /** Ask who it is, even of somebody whom the issuer knows. */
  anew?: boolean;
  /** Go on as the demo user at once, where there is one. */
  demo?: boolean;
}

/** Goes to the sign-in page, and from there back to `returnTo`, a path of ours. */
export async function signIn(returnTo = "/", { signUp, email, anew, demo }: SignInWish = {}): Promise<void> {
  await manager.signinRedirect({
    state: { returnTo },
    ...(email ? { login_hint: email } : {}),
    ...(anew ? { prompt: "login" } : {}),
    ...(signUp ? { extraQueryParams: { screen_hint: "signup" } } : {}),
    ...(demo ? { extraQueryParams: { screen_hint: "demo" } } : {}),
  });
}

/** Ends the redirect: exchanges the code, once however often it is asked. Gives the path to go back to. */
export function completeSignIn(): Promise<string> {
  completing ??= (async () => {
    user = await manager.signinRedirectCallback();
    become({ signedIn: true });
    const { returnTo } = (user.state ?? {}) as { returnTo?: string };
    return returnTo?.startsWith("/") && !returnTo.startsWith("//") ? returnTo : "/";
  })();
  return completing;
}

/** A new access token: false when the sign-in is over. Throws when the issuer cannot be reached. */
export function refresh(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  // Without a refresh token the library would try an iframe.
  if (!user?.refresh_token) return false;
  try {
    user = await manager.signinSilent();
    return user !== null;
  } catch (error) {
    const refused = error instanceof ErrorResponse && !/server_error|unavailable/.test(error.error ?? "");
    if (refused) return false;
    throw error;
  }
}

/** The bearer token of a request; undefined when signed out. */
export async function accessToken(): Promise<string | undefined> {
  if (user?.expired && !(await refresh())) endSession();
  return user?.access_token;
}

/** Forgets a sign-in that no longer counts. */
export function endSession(): void {
  if (!user) return;
  user = null;
  void manager.removeUser();
  become({ signedIn: false, ended: { at: window.location.pathname + window.location.search } });
}

/** Leaves for the issuer's sign-out, which comes back to `/`. */
export async function leave(): Promise<void> {
  const { client_id, post_logout_redirect_uri } = manager.settings;
  await manager.signoutRedirect({
    // What Cognito calls the standard's parameters.
    extraQueryParams: { client_id, logout_uri: post_logout_redirect_uri ?? "" },
  });
}
