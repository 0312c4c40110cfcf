// New tokens for the gateway: a backup may be old, or have been seen by somebody, and holds those of its time.
import { secrets } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId, runId }) {
    const present = await secrets.read(tenantId, { fresh: true });
    if (!present) throw new Error("The squadhub has no keys");
    // Its own token is not among its files.
    const { squadhubToken } = present;
    await secrets.replace(tenantId, runId, { ...Squadhub.newSecrets(tenantId), squadhubToken });
  },
  undo: ({ tenantId, runId }) => secrets.goBack(tenantId, runId),
});
