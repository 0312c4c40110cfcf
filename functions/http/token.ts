// People's access tokens: verified against the issuer's keys, and only accepted from our own clients.
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { identity } from "#platform";
import { VisibleError } from "../../core/util/error.ts";
import { hashOf } from "../../core/util/hash.ts";
import type { IdentitySettings } from "../../platform/types/identity.ts";

export interface VerifiedToken {
  issuer: string;
  subject: string;
  /** The issuer's id of this sign-in, the same after a refresh: `sid`, or Cognito's `origin_jti`. */
  session: string;
}

/** How many verified tokens a process remembers, by hash, so that no signature is checked twice. */
const MAX_REMEMBERED = 1_000;

let keys:
  | {
      of: IdentitySettings;
      jwks: ReturnType<typeof createRemoteJWKSet>;
      verified: Map<string, { token: VerifiedToken; expiresAt: number }>;
    }
  | undefined;

export const unauthenticated = (cause?: unknown) =>
  new VisibleError("unauthenticated", "Sign in, or send a valid token.", { cause });

/**
 * Throws `unauthenticated` for anything but a live access token of this issuer for our audience, and `unavailable`
 * while the issuer's keys cannot be read.
 */
export async function verify(token: string): Promise<VerifiedToken> {
  if (keys?.of !== identity)
    keys = {
      of: identity,
      jwks: createRemoteJWKSet(new URL(identity.jwksUri), { timeoutDuration: 5000 }),
      verified: new Map(),
    };
  const { jwks, verified } = keys;
  const hash = hashOf(token);
  const known = verified.get(hash);
  if (known && known.expiresAt > Date.now()) return known.token;
  try {
    const { payload } = await jwtVerify(token, jwks, {
      issuer: identity.issuer,
      requiredClaims: ["sub", "exp"],
    });
    // RFC 9068 tokens have `aud`. Cognito's access tokens have `client_id` and `token_use` instead.
    const audiences = [payload.aud ?? [], payload.client_id ?? []].flat().map(String);
    if (!audiences.some((audience) => identity.audiences.includes(audience)))
      throw new Error("for another audience");
    if (payload.token_use !== undefined && payload.token_use !== "access")
      throw new Error("not an access token");
    const session = payload.sid ?? payload.origin_jti;
    if (typeof session !== "string") throw new Error("names no session");
    const checked = { issuer: identity.issuer, subject: payload.sub!, session };
    // A map keeps the order of insertion: its first key is the oldest.
    if (verified.size >= MAX_REMEMBERED) verified.delete(verified.keys().next().value ?? "");
    verified.set(hash, { token: checked, expiresAt: payload.exp! * 1000 });
    return checked;
  } catch (cause) {
    if (cause instanceof errors.JWKSTimeout)
      throw new VisibleError(
        "unavailable",
        "Your sign-in cannot be checked right now. Try again in a moment.",
        { cause },
      );
    throw unauthenticated(cause);
  }
}
