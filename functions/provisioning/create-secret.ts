// Makes the tokens: plain in the secret store only, the squadhub token's hash in the table. A gateway that was started
// ahead has its own already: they become the tenant's.
import { pool, secrets } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId }) {
    const spec = await Squadhub.findSpec();
    if (!spec) throw new Error("The squadhub has no record");
    // Once it has tokens, a tenant claims no gateway that has others.
    const claimed = (await secrets.read(tenantId)) ? undefined : await pool.claim(spec);
    const id = await secrets.create(tenantId, { ...Squadhub.newSecrets(tenantId), ...claimed });
    // An earlier try may have been first: what the store kept is what counts.
    const kept = await secrets.read(tenantId);
    if (!kept) throw new Error("The secret store lost what it was given");
    await Squadhub.admitToken(kept.squadhubToken);
    await Squadhub.recordResource("secret", id);
  },
  async undo({ tenantId }) {
    await Squadhub.removeResource((spec) => pool.release(spec));
    const kept = await secrets.read(tenantId);
    if (kept) await Squadhub.revokeToken(kept.squadhubToken);
    await secrets.delete(tenantId);
  },
});
