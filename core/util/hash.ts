// Hashes of tokens and keys, so that the table does not have the secret values.
import { createHash } from "node:crypto";

/** The SHA-256 hash of `text`, in base64url. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
