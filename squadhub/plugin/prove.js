// Proves that this gateway knows its token, so that a caller need not send the token to an unknown address.
import { createHmac } from "node:crypto";
import { stringField } from "./http.js";

/** `{nonce}` → `{proof}`. The prefix makes the proof useless for anything else that is signed with the token. */
export function prove(body, gatewayToken) {
  const nonce = stringField(body, "nonce", { min: 16, max: 128 });
  const proof = createHmac("sha256", gatewayToken).update(`clawe-prove:${nonce}`).digest("hex");
  return { body: { proof } };
}
