// New tokens for the gateway: a backup holds those of its time, and may be old or have been seen by somebody.
import { secrets } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId, runId }) {
    const current = await secrets.read(tenantId, { fresh: true });
    if (!current) throw new Error("The squadhub has no keys");
    // The squadhub token is not among the gateway's files.
    const { squadhubToken } = current;
    await secrets.replace(tenantId, runId, { ...Squadhub.newSecrets(tenantId), squadhubToken });
  },
  undo: ({ tenantId, runId }) => secrets.goBack(tenantId, runId),
});
