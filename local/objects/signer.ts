// Signatures for upload forms and download links: only this installation can make them.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Store } from "../store.ts";

export interface Signer {
  sign(...parts: (string | number)[]): string;
  /** Compares in constant time. */
  isSigned(signature: string, ...parts: (string | number)[]): boolean;
}

/** Reads the installation's secret, creating it at the first start. */
export async function openSigner(store: Store): Promise<Signer> {
  const secret = (await store.get<string>("object-secret")) ?? randomBytes(32).toString("base64url");
  await store.put("object-secret", secret);

  function sign(...parts: (string | number)[]): string {
    const text = JSON.stringify(parts.map(String));
    return createHmac("sha256", secret).update(text).digest("base64url");
  }
  return {
    sign,
    isSigned: (signature, ...parts) => timingSafeEqual(digest(signature), digest(sign(...parts))),
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();
