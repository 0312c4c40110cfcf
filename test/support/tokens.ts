// Access tokens as the identity provider signs them, with a key of the test.
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { IdentitySettings } from "../../platform/types/identity.ts";

export interface TokenSource {
  settings: IdentitySettings;
  /** A valid token of this sign-in; `claims` replace its own. */
  sign(subject: string, session: string, claims?: Record<string, unknown>): Promise<string>;
}

const json = (value: unknown) => `data:application/json,${encodeURIComponent(JSON.stringify(value))}`;

/** An issuer whose keys and userinfo are data URLs, so that no server is needed. */
export async function aTokenSource(userinfo: Record<string, unknown>): Promise<TokenSource> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg: "RS256", use: "sig", kid: "test" };
  const settings = {
    issuer: "https://issuer.test",
    audiences: ["https://clawe.test/api"],
    jwksUri: json({ keys: [jwk] }),
    userinfoUri: json(userinfo),
  };
  return {
    settings,
    sign: (subject, session, claims = {}) =>
      new SignJWT({
        iss: settings.issuer,
        aud: settings.audiences,
        sub: subject,
        sid: session,
        exp: Math.floor(Date.now() / 1000) + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: "RS256", kid: "test" })
        .sign(privateKey),
  };
}
