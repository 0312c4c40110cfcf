// Makes the tokens: plain in the secret store only, the squadhub token's hash in the table. A gateway that was started
// ahead has its own already: they become the tenant's.
import { pool, secrets } from "#platform";
import { admitToken, created, newSecrets, revokeToken } from "../../core/squadhub/entity.ts";
import { findSpec, remove } from "../../core/squadhub/spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId }) {
    const spec = await findSpec();
    if (!spec) throw new Error("The squadhub has no record");
    // Once it has tokens, a tenant claims no gateway that has others.
    const claimed = (await secrets.read(tenantId)) ? undefined : await pool.claim(spec);
    const id = await secrets.create(tenantId, { ...newSecrets(tenantId), ...claimed });
    // An earlier try may have been first: what the store kept is what counts.
    const kept = await secrets.read(tenantId);
    if (!kept) throw new Error("The secret store lost what it was given");
    await admitToken(kept.squadhubToken);
    await created("secret", id);
  },
  async undo({ tenantId }) {
    await remove((spec) => pool.release(spec));
    const kept = await secrets.read(tenantId);
    if (kept) await revokeToken(kept.squadhubToken);
    await secrets.delete(tenantId);
  },
});
