// Signs people in for the commands that need it: in a browser, stored in a file, renewed when needed.
import { spawn } from "node:child_process";
import { answer, apiClient } from "../../client/index.ts";
import { createBrowser, followToClient } from "./browser.ts";
import { type SignIn, type SignInFile, signInFile } from "./file.ts";
import { listen, unattendedRedirectUri } from "./loopback.ts";
import { authorize, discover, refresh, revoke, SignInRefused, type Tokens } from "./oidc.ts";

/** A token that expires sooner is renewed before it is used. */
const MARGIN_MS = 60_000;
const SIGN_IN = "Run clawe login.";

interface Identity {
  authority: string;
  cliClientId: string;
}

/** The site's identity provider. Throws an `Error` that says what to do. */
async function identityOf(site: string): Promise<Identity> {
  const response = await fetch(`${site}/config.json`, { signal: AbortSignal.timeout(10_000) }).catch(
    (cause: unknown) => {
      throw new Error(
        `${site} cannot be reached. Start the service, or set CLAWE_URL to the site's address.`,
        {
          cause,
        },
      );
    },
  );
  const config = (await response.json().catch(() => ({}))) as { identity?: Partial<Identity> };
  const { authority, cliClientId } = config.identity ?? {};
  if (!response.ok || !authority || !cliClientId)
    throw new Error(
      `${site} does not say where to sign in. Set CLAWE_URL to the site's address without /api.`,
    );
  return { authority, cliClientId };
}

export interface LoginOptions {
  /** Signs in as a laptop's demo user, without a browser. */
  demo?: boolean;
  /** Called with the address to open in a browser. */
  onAddress(url: string): void;
  /** Whether to open that address, too. */
  opensBrowser: boolean;
}

/** Signs in, and stores and returns the sign-in. Throws an `Error` that says what to do. */
export async function login(site: string, options: LoginOptions): Promise<SignIn> {
  const { authority, cliClientId: clientId } = await identityOf(site);
  const endpoints = await discover(authority);
  const tokens = options.demo
    ? await signInAsDemo(authority, endpoints, clientId)
    : await signInInBrowser(endpoints, clientId, options);
  const api = apiClient({ site, token: () => tokens.access_token });
  const { email } = await answer(api.POST("/sessions"));
  const { token, revocation } = endpoints;
  const signIn = { ...stored(tokens), clientId, token, revocation, email };
  const file = signInFile();
  await file.withLock(() => file.save(site, signIn));
  return signIn;
}

async function signInInBrowser(
  endpoints: Awaited<ReturnType<typeof discover>>,
  clientId: string,
  { onAddress, opensBrowser }: LoginOptions,
): Promise<Tokens> {
  const loopback = await listen();
  try {
    const authorization = authorize(endpoints, { clientId, redirectUri: loopback.redirectUri });
    onAddress(authorization.url);
    if (opensBrowser) openInBrowser(authorization.url);
    return await authorization.exchange(await loopback.redirect);
  } finally {
    loopback.close();
  }
}

/** Follows the redirects itself: a laptop's issuer continues as its demo user when the hint asks for that. */
async function signInAsDemo(
  authority: string,
  endpoints: Awaited<ReturnType<typeof discover>>,
  clientId: string,
): Promise<Tokens> {
  const authorization = authorize(
    endpoints,
    { clientId, redirectUri: unattendedRedirectUri },
    { screen_hint: "demo" },
  );
  const browser = createBrowser();
  const redirect = await followToClient(browser, authority, await browser.get(authorization.url)).catch(
    (cause: unknown) => {
      throw new Error(`${authority} has no demo user. Run clawe login without --demo.`, {
        cause,
      });
    },
  );
  return authorization.exchange(redirect);
}

function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler", url]
        : ["xdg-open", url];
  // Without a browser, people open the printed address.
  spawn(command!, args, { detached: true, stdio: "ignore" })
    .once("error", () => undefined)
    .unref();
}

const stored = ({ access_token, refresh_token, expires_in }: Tokens) => ({
  accessToken: access_token,
  refreshToken: refresh_token,
  expiresAt: Date.now() + expires_in * 1000,
});

/** An access token valid for at least a minute. Throws an `Error` that says to sign in when nobody is, or no longer. */
export async function accessToken(site: string, file: SignInFile = signInFile()): Promise<string> {
  const found = await file.find(site);
  if (!found) throw new Error(`Nobody is signed in at ${site}. ${SIGN_IN}`);
  if (found.expiresAt - Date.now() > MARGIN_MS) return found.accessToken;
  return file.withLock(async () => {
    // Another command may have renewed the token while this one waited for the lock.
    const current = (await file.find(site)) ?? found;
    if (current.expiresAt - Date.now() > MARGIN_MS) return current.accessToken;
    try {
      const tokens = await refresh(current.token, current.clientId, current.refreshToken);
      const renewed = {
        ...current,
        ...stored({ ...tokens, refresh_token: tokens.refresh_token ?? current.refreshToken }),
      };
      await file.save(site, renewed);
      return renewed.accessToken;
    } catch (error) {
      if (error instanceof SignInRefused)
        throw new Error(`Your sign-in at ${site} has ended. ${SIGN_IN}`, { cause: error });
      throw new Error(`Your sign-in at ${site} cannot be renewed now. Try again in a minute.`, {
        cause: error,
      });
    }
  });
}

/** Ends the sign-in on this machine and at the site. False when there was none. */
export async function logout(site: string): Promise<boolean> {
  const file = signInFile();
  return file.withLock(async () => {
    const found = await file.find(site);
    if (!found) return false;
    await file.save(site, undefined);
    const api = apiClient({ site, token: () => found.accessToken });
    const ended = await Promise.allSettled([
      answer(api.DELETE("/sessions/current")),
      found.revocation && revoke(found.revocation, found.clientId, found.refreshToken),
    ]);
    if (ended.every(({ status }) => status === "rejected"))
      throw new Error(
        `You are signed out on this machine, but ${site} cannot be reached. Your sign-in there will expire by itself.`,
      );
    return true;
  });
}
