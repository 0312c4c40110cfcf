// Access tokens of people: verified against the issuer's keys, for our clients only.
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { identity } from "#platform";
import { VisibleError } from "../../core/error.ts";
import type { IdentitySettings } from "../../platform/types.ts";

export interface VerifiedToken {
  issuer: string;
  subject: string;
  /** The issuer's id of this sign-in, the same after a refresh: `sid`, or Cognito's `origin_jti`. */
  session: string;
}

let keys: { of: IdentitySettings; jwks: ReturnType<typeof createRemoteJWKSet> } | undefined;

export const unauthenticated = (cause?: unknown) =>
  new VisibleError("unauthenticated", "Sign in, or send a valid token.", { cause });

/** Throws `unauthenticated` for anything but a live access token of this issuer for our audience. */
export async function verify(token: string): Promise<VerifiedToken> {
  if (keys?.of !== identity)
    keys = { of: identity, jwks: createRemoteJWKSet(new URL(identity.jwksUri), { timeoutDuration: 5000 }) };
  try {
    const { payload } = await jwtVerify(token, keys.jwks, {
      issuer: identity.issuer,
      requiredClaims: ["sub", "exp"],
    });
    // RFC 9068 tokens carry `aud`; Cognito's access tokens have none, but `client_id` and `token_use`.
    const audiences = [payload.aud ?? [], payload.client_id ?? []].flat();
    if (!audiences.includes(identity.audience)) throw new Error("for another audience");
    if (payload.token_use !== undefined && payload.token_use !== "access")
      throw new Error("not an access token");
    const session = payload.sid ?? payload.origin_jti;
    if (typeof session !== "string") throw new Error("names no session");
    return { issuer: identity.issuer, subject: payload.sub!, session };
  } catch (cause) {
    if (cause instanceof errors.JWKSTimeout)
      throw new VisibleError("unavailable", "Sign-in cannot be checked at the moment. Try again.", { cause });
    throw unauthenticated(cause);
  }
}
