// Signing in and out with OpenID Connect (code + PKCE). Tokens stay in memory and in this tab's session storage.
import { ErrorResponse, type User, UserManager, WebStorageStateStore } from "oidc-client-ts";
import { useSyncExternalStore } from "react";
import type { SiteConfig } from "./config.ts";

export interface AuthState {
  signedIn: boolean;
  /** The session ended while the person was using it. `returnTo` is the page they were on. */
  ended?: { returnTo: string };
}

let manager: UserManager;
let user: User | null = null;
let state: AuthState = { signedIn: false };
let refreshing: Promise<boolean> | undefined;
let completing: Promise<string> | undefined;
const listeners = new Set<() => void>();

function setState(next: AuthState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Restores the session of an earlier load of this tab. */
export async function initAuth({ identity }: SiteConfig): Promise<void> {
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
    // We refresh below: a refresh token works once, so two refreshes must never run at the same time.
    automaticSilentRenew: false,
    monitorSession: false,
    requestTimeoutInSeconds: 15,
  });
  manager.events.addAccessTokenExpiring(() => {
    // After a failure the next request tries again, and its error is shown.
    refresh().then(
      (renewed) => renewed || endSession(),
      () => undefined,
    );
  });
  user = await manager.getUser();
  setState({ signedIn: user !== null });
}

export const isSignedIn = (): boolean => state.signedIn;

/** Calls `listener` after every sign-in and sign-out. Returns a function that removes it. */
export function onAuthChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAuth = (): AuthState => useSyncExternalStore(onAuthChange, () => state);

export interface SignInOptions {
  /** Start with the form for a new account. */
  signUp?: boolean;
  /** Fills in the e-mail address. */
  email?: string;
  /** Ask for a sign-in even when the issuer knows the person already. */
  promptLogin?: boolean;
  /** Sign in as the demo user at once, where there is one. */
  demo?: boolean;
}

/** Leaves for the sign-in page, which comes back to `returnTo`, a path of this app. */
export async function signIn(
  returnTo = "/",
  { signUp, email, promptLogin, demo }: SignInOptions = {},
): Promise<void> {
  await manager.signinRedirect({
    state: { returnTo },
    ...(email ? { login_hint: email } : {}),
    ...(promptLogin ? { prompt: "login" } : {}),
    ...(signUp ? { extraQueryParams: { screen_hint: "signup" } } : {}),
    ...(demo ? { extraQueryParams: { screen_hint: "demo" } } : {}),
  });
}

/** Exchanges the code of the redirect, once however often it is called. Returns the path to go back to. */
export function completeSignIn(): Promise<string> {
  completing ??= (async () => {
    user = await manager.signinRedirectCallback();
    setState({ signedIn: true });
    const { returnTo } = (user.state ?? {}) as { returnTo?: string };
    return returnTo?.startsWith("/") && !returnTo.startsWith("//") ? returnTo : "/";
  })();
  return completing;
}

/** Gets a new access token. False when the session is over. Throws when the issuer cannot be reached. */
export function refresh(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  // Without a refresh token the library would try an invisible frame.
  if (!user?.refresh_token) return false;
  try {
    user = await manager.signinSilent();
    return user !== null;
  } catch (error) {
    const isRefused = error instanceof ErrorResponse && !/server_error|unavailable/.test(error.error ?? "");
    if (isRefused) return false;
    throw error;
  }
}

/** The bearer token for a request. Undefined when signed out. */
export async function accessToken(): Promise<string | undefined> {
  if (user?.expired && !(await refresh())) endSession();
  return user?.access_token;
}

/** Ends a session that the API or the issuer no longer accepts. */
export function endSession(): void {
  if (!user) return;
  user = null;
  void manager.removeUser();
  setState({ signedIn: false, ended: { returnTo: window.location.pathname + window.location.search } });
}

/** Leaves for the issuer's sign-out page, which comes back to `/`. */
export async function signOutAtIssuer(): Promise<void> {
  const { client_id, post_logout_redirect_uri } = manager.settings;
  await manager.signoutRedirect({
    // Cognito uses its own names for the parameters of the standard.
    extraQueryParams: { client_id, logout_uri: post_logout_redirect_uri ?? "" },
  });
}
