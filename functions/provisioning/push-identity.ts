// The agents' workspace files: kept centrally first, then pushed. Failing leaves the gateway's defaults.
import { callGateway } from "../../core/squadhub/gateway.ts";
import { save } from "../../core/workspace-file/index.ts";
import { workspaceFiles } from "../../squadhub/templates/workspace-files.ts";
import { squadOf } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({
  async do() {
    const { agents, ...choices } = await squadOf();
    const generated = agents.map(({ id }) => ({
      agentId: id,
      files: workspaceFiles({ ...choices, agent: id, businessContextSaved: false }),
    }));
    for (const { agentId, files } of generated) await save(agentId, files);
    for (const { agentId, files } of generated) await callGateway({ kind: "files", agentId, files });
  },
});
