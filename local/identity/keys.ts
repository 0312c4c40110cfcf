// The provider's signing and cookie keys: generated once per installation, and kept in its store.
import { randomBytes } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import type { Store } from "../store.ts";

const KEY = "identity/keys";

export interface IdentityKeys {
  jwks: { keys: JWK[] };
  cookies: string[];
}

/** Reads the installation's keys, generating them at the first start. */
export async function loadKeys(store: Store): Promise<IdentityKeys> {
  const known = await store.get<IdentityKeys>(KEY);
  if (known) return known;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing: JWK = { ...jwk, alg: "RS256", use: "sig", kid: await calculateJwkThumbprint(jwk) };
  const keys: IdentityKeys = { jwks: { keys: [signing] }, cookies: [randomBytes(32).toString("base64url")] };
  await store.put(KEY, keys);
  return keys;
}

/** The public part of the signing keys. */
export function publicKeys({ jwks }: IdentityKeys): { keys: JWK[] } {
  return { keys: jwks.keys.map(({ kty, n, e, alg, use, kid }) => ({ kty, n, e, alg, use, kid })) };
}
