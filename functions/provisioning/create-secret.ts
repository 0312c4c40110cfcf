// Makes the tokens: plain in the secret store only, the squadhub token's hash in the table.
import { secrets } from "#platform";
import { admitToken, created, newSecrets, revokeToken } from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId }) {
    const id = await secrets.create(tenantId, newSecrets(tenantId));
    // An earlier try may have been first: what the store kept is what counts.
    const kept = await secrets.read(tenantId);
    if (!kept) throw new Error("The secret store lost what it was given");
    await admitToken(kept.squadhubToken);
    await created("secret", id);
  },
  async undo({ tenantId }) {
    const kept = await secrets.read(tenantId);
    if (kept) await revokeToken(kept.squadhubToken);
    await secrets.delete(tenantId);
  },
});
