// Creates the tokens: plain in the secret store only, and the squadhub token's hash in the table. A gateway that was
// started ahead already has tokens; they become the tenant's.
import { pool, secrets } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId }) {
    // A tenant that has tokens must not claim a gateway with others.
    const hasTokens = (await secrets.read(tenantId)) !== undefined;
    const claimed = hasTokens ? undefined : await pool.claim(await Squadhub.readSpec());
    const id = await secrets.create(tenantId, { ...Squadhub.newSecrets(tenantId), ...claimed });
    // An earlier attempt may have stored its own tokens: those in the store count.
    const stored = await secrets.read(tenantId);
    if (!stored) throw new Error("The secret store lost what it was given");
    await Squadhub.admitToken(stored.squadhubToken);
    await Squadhub.recordResource("secret", id);
  },
  async undo({ tenantId }) {
    await Squadhub.removeResource((squadhub) => pool.release(squadhub));
    const stored = await secrets.read(tenantId);
    if (stored) await Squadhub.revokeToken(stored.squadhubToken);
    await secrets.delete(tenantId);
  },
});
