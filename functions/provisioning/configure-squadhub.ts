// Brings the running gateway's config to this squad; what is right already is left alone.
import { patchConfig } from "../../core/squadhub/client.ts";
import { callGateway } from "../../core/squadhub/gateway.ts";
import { configPatch } from "../../squadhub/config.ts";
import { squadOf } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    const { agents } = await squadOf();
    const wanted = { agents: agents.map(({ id, name, emoji }) => ({ id, name, emoji })) };
    await patchConfig(
      (method, params) => callGateway({ kind: "rpc", method, params }),
      (current) => configPatch(current, wanted),
    );
  },
});
