// Signs people in over HTTP as a browser would, without one: for the demo script and for tests.
import { createHash, randomBytes } from "node:crypto";

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** Requests with a cookie jar. Redirects are not followed. */
export interface Browser {
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  post(url: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

export function createBrowser(): Browser {
  const jar = new Map<string, Cookie>();

  function cookieHeader(path: string): string {
    const mine = [...jar.values()].filter((cookie) => path.startsWith(cookie.path));
    return mine.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  function keep(header: string): void {
    const [pair = "", ...attributes] = header.split("; ");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => each.startsWith("path="))?.slice(5) ?? "/";
    const expires = attributes.find((each) => each.startsWith("expires="))?.slice(8);
    const key = `${path} ${name}`;
    if (expires !== undefined && Date.parse(expires) <= Date.now()) jar.delete(key);
    else jar.set(key, { name, value, path });
  }

  async function request(url: string, init: RequestInit, headers: Record<string, string>): Promise<Response> {
    const cookie = cookieHeader(new URL(url).pathname);
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { accept: "text/html", ...(cookie && { cookie }), ...headers },
      signal: AbortSignal.timeout(10_000),
    });
    for (const header of response.headers.getSetCookie()) keep(header);
    return response;
  }

  return {
    get: (url, headers = {}) => request(url, {}, headers),
    post: (url, form, headers = {}) =>
      request(url, { method: "POST", body: new URLSearchParams(form) }, headers),
  };
}

export interface Tokens {
  access_token: string;
  id_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
}

export interface ClientSettings {
  issuer: string;
  clientId: string;
  redirectUri: string;
}

/** One authorization request with its PKCE secret. */
export interface Authorization {
  url: string;
  state: string;
  /** Turns the redirect to the client into tokens. */
  exchange(redirect: string): Promise<Tokens>;
}

async function tokens(issuer: string, parameters: Record<string, string>): Promise<Tokens> {
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams(parameters),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok)
    throw new Error(`The token endpoint answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Tokens;
}

export function authorize(client: ClientSettings, extra: Record<string, string> = {}): Authorization {
  const { issuer, clientId, redirectUri } = client;
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(16).toString("base64url");
  const parameters = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid email profile",
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...extra,
  });
  return {
    url: `${issuer}/auth?${parameters}`,
    state,
    async exchange(redirect) {
      const answer = new URL(redirect).searchParams;
      const code = answer.get("code");
      if (code === null || answer.get("state") !== state)
        throw new Error(`No code for us: ${answer.get("error") ?? "another state"}`);
      return tokens(issuer, {
        grant_type: "authorization_code",
        code,
        code_verifier: verifier,
        client_id: clientId,
        redirect_uri: redirectUri,
      });
    },
  };
}

export function refresh(client: ClientSettings, refreshToken: string): Promise<Tokens> {
  const { issuer, clientId } = client;
  return tokens(issuer, { grant_type: "refresh_token", refresh_token: refreshToken, client_id: clientId });
}

/** Follows redirects until one leaves `issuer`, and returns that address; a page on the way ends it. */
export async function followToClient(browser: Browser, issuer: string, response: Response): Promise<string> {
  let current = response;
  for (let hops = 0; hops < 10; hops += 1) {
    const location = current.headers.get("location");
    if (location === null)
      throw new Error(`Expected a redirect, got ${current.status}: ${await current.text()}`);
    const target = new URL(location, current.url).href;
    if (!target.startsWith(`${issuer}/`)) return target;
    current = await browser.get(target);
  }
  throw new Error("Too many redirects");
}

/** Tokens of the demo user, for an issuer that has one. */
export async function signDemoIn(client: ClientSettings): Promise<Tokens> {
  const browser = createBrowser();
  const authorization = authorize(client);
  const started = await browser.get(authorization.url);
  const page = new URL(started.headers.get("location") ?? "", client.issuer).href;
  const signedIn = await browser.post(`${page}/demo`, {});
  return authorization.exchange(await followToClient(browser, client.issuer, signedIn));
}
