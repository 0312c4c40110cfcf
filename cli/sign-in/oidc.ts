// OpenID Connect for a public client: code + PKCE, refresh, revocation.
import { createHash, randomBytes } from "node:crypto";

const TIMEOUT_MS = 10_000;

/** An issuer's endpoints. */
export interface Endpoints {
  authorization: string;
  token: string;
  revocation?: string;
}

export interface Client {
  clientId: string;
  redirectUri: string;
}

export interface Tokens {
  access_token: string;
  /** Seconds. */
  expires_in: number;
  id_token: string;
  /** A refresh may omit it: the previous one then stays valid. */
  refresh_token: string;
  scope: string;
}

/** Reads the issuer's discovery document. Throws an `Error` when it cannot be read, or describes another issuer. */
export async function discover(issuer: string): Promise<Endpoints> {
  const url = `${issuer}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((cause: unknown) => {
    throw new Error(`${issuer} cannot be reached. Try again in a minute.`, { cause });
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const found = (await response.json()) as Record<string, string | undefined>;
  const { authorization_endpoint: authorization, token_endpoint: token } = found;
  if (found.issuer !== issuer || !authorization || !token)
    throw new Error(`${url} does not describe the issuer ${issuer}.`);
  return { authorization, token, revocation: found.revocation_endpoint };
}

/** The issuer refused the code or token: only a new sign-in helps. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
}

async function post(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: "POST",
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

async function tokens(endpoint: string, form: Record<string, string>): Promise<Tokens> {
  const response = await post(endpoint, form);
  if (response.ok) return (await response.json()) as Tokens;
  const body = await response.text();
  const problem = `The token endpoint answered ${response.status}: ${body.slice(0, 200)}`;
  throw response.status < 500 && response.status !== 429 ? new SignInRefused(problem) : new Error(problem);
}

/** One authorization request with its PKCE secret. */
export interface Authorization {
  url: string;
  /** Exchanges the redirect's code for tokens. Throws `SignInRefused` for a redirect that does not answer this request. */
  exchange(redirect: string): Promise<Tokens>;
}

/** `extra`: further parameters, such as a hint. */
export function authorize(
  endpoints: Endpoints,
  { clientId, redirectUri }: Client,
  extra: Record<string, string> = {},
): Authorization {
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
    url: `${endpoints.authorization}?${parameters}`,
    async exchange(redirect) {
      const answer = new URL(redirect).searchParams;
      const code = answer.get("code");
      if (code === null || answer.get("state") !== state)
        throw new SignInRefused(
          `The sign-in was not completed: ${answer.get("error") ?? "the answer has another state"}. Run clawe login again.`,
        );
      return tokens(endpoints.token, {
        grant_type: "authorization_code",
        code,
        code_verifier: verifier,
        client_id: clientId,
        redirect_uri: redirectUri,
      });
    },
  };
}

/** Throws `SignInRefused` when the sign-in has ended. */
export const refresh = (token: string, clientId: string, refreshToken: string): Promise<Tokens> =>
  tokens(token, { grant_type: "refresh_token", refresh_token: refreshToken, client_id: clientId });

/** Throws an `Error` when the issuer does not confirm. */
export async function revoke(endpoint: string, clientId: string, refreshToken: string): Promise<void> {
  const response = await post(endpoint, { token: refreshToken, client_id: clientId });
  if (!response.ok) throw new Error(`The revocation endpoint answered ${response.status}`);
}
