// People's sign-in for the commands that are theirs: begun in a browser, kept in a file, renewed when it is needed.
import { spawn } from "node:child_process";
import { answer, apiClient } from "../../client/index.ts";
import { createBrowser, followToClient } from "./browser.ts";
import { type SignIn, type SignInFile, signInFile } from "./file.ts";
import { listen, unattended } from "./loopback.ts";
import { authorize, discover, Refused, refresh, revoke, type Tokens } from "./oidc.ts";

/** A token that ends sooner is renewed before it is used. */
const SPARE_MS = 60_000;
const AGAIN = "Run clawe login.";

interface Identity {
  authority: string;
  cliClientId: string;
}

/** Where people of the site sign in. Throws an `Error` that says what to do. */
async function identityOf(site: string): Promise<Identity> {
  const response = await fetch(`${site}/config.json`, { signal: AbortSignal.timeout(10_000) }).catch(
    (cause: unknown) => {
      throw new Error(`${site} cannot be reached. Start it, or set CLAWE_URL to the site's address.`, {
        cause,
      });
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
  /** As the demo user of a laptop, without a browser. */
  demo?: boolean;
  /** Told the address to open. */
  onAddress(url: string): void;
  /** Whether to open it, too. */
  opens: boolean;
}

/** Signs in and keeps it. Returns who it is. Throws an `Error` that says what to do. */
export async function login(site: string, options: LoginOptions): Promise<SignIn> {
  const { authority, cliClientId: clientId } = await identityOf(site);
  const endpoints = await discover(authority);
  const tokens = options.demo
    ? await asDemo(authority, endpoints, clientId)
    : await inBrowser(endpoints, clientId, options);
  const api = apiClient({ site, token: () => tokens.access_token });
  const { email } = await answer(api.POST("/sessions"));
  const { token, revocation } = endpoints;
  const signIn = { ...kept(tokens), clientId, token, revocation, email };
  const file = signInFile();
  await file.alone(() => file.keep(site, signIn));
  return signIn;
}

async function inBrowser(
  endpoints: Awaited<ReturnType<typeof discover>>,
  clientId: string,
  { onAddress, opens }: LoginOptions,
): Promise<Tokens> {
  const loopback = await listen();
  try {
    const authorization = authorize(endpoints, { clientId, redirectUri: loopback.redirectUri });
    onAddress(authorization.url);
    if (opens) openInBrowser(authorization.url);
    return await authorization.exchange(await loopback.redirect);
  } finally {
    loopback.close();
  }
}

/** Follows the redirects by itself: the issuer of a laptop goes on as its demo user when it is asked so. */
async function asDemo(
  authority: string,
  endpoints: Awaited<ReturnType<typeof discover>>,
  clientId: string,
): Promise<Tokens> {
  const authorization = authorize(endpoints, { clientId, redirectUri: unattended }, { screen_hint: "demo" });
  const browser = createBrowser();
  const redirect = await followToClient(browser, authority, await browser.get(authorization.url)).catch(
    (cause: unknown) => {
      throw new Error(`${authority} has no demo user to go on as. Run clawe login without --demo.`, {
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
  // Where there is none, the address that was printed does.
  spawn(command!, args, { detached: true, stdio: "ignore" })
    .once("error", () => undefined)
    .unref();
}

const kept = ({ access_token, refresh_token, expires_in }: Tokens) => ({
  accessToken: access_token,
  refreshToken: refresh_token,
  expiresAt: Date.now() + expires_in * 1000,
});

/** A token that is good for a while. Throws an `Error` that says to sign in when there is no sign-in, or it is over. */
export async function accessToken(site: string, file: SignInFile = signInFile()): Promise<string> {
  const found = await file.find(site);
  if (!found) throw new Error(`Nobody is signed in at ${site}. ${AGAIN}`);
  if (found.expiresAt - Date.now() > SPARE_MS) return found.accessToken;
  return file.alone(async () => {
    // Another command may have renewed it while this one waited for its turn.
    const now = (await file.find(site)) ?? found;
    if (now.expiresAt - Date.now() > SPARE_MS) return now.accessToken;
    try {
      const tokens = await refresh(now.token, now.clientId, now.refreshToken);
      const renewed = {
        ...now,
        ...kept({ ...tokens, refresh_token: tokens.refresh_token ?? now.refreshToken }),
      };
      await file.keep(site, renewed);
      return renewed.accessToken;
    } catch (error) {
      if (error instanceof Refused)
        throw new Error(`The sign-in at ${site} is over. ${AGAIN}`, { cause: error });
      throw new Error(`The sign-in at ${site} cannot be renewed now. Try again in a minute.`, {
        cause: error,
      });
    }
  });
}

/** Ends the sign-in here and there. False when there was none. */
export async function logout(site: string): Promise<boolean> {
  const file = signInFile();
  return file.alone(async () => {
    const found = await file.find(site);
    if (!found) return false;
    await file.keep(site, undefined);
    const api = apiClient({ site, token: () => found.accessToken });
    const ended = await Promise.allSettled([
      answer(api.DELETE("/sessions/current")),
      found.revocation && revoke(found.revocation, found.clientId, found.refreshToken),
    ]);
    if (ended.every(({ status }) => status === "rejected"))
      throw new Error(`${site} could not be told: the sign-in is forgotten here, and ends there by itself.`);
    return true;
  });
}
