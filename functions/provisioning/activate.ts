// Opens the workspace. Where a squadhub was worked on, this is the last look at it: from here there is no way back, and
// the run's end opens.

import { reopen } from "../../core/lifecycle/reopen.ts";
import { announceActivation } from "../../core/lifecycle/settle.ts";
import { GatewayError } from "../../core/squadhub/errors.ts";
import { callGateway } from "../../core/squadhub/gateway.ts";
import { careful } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

async function look(): Promise<void> {
  const { ready } = (await callGateway({ kind: "health" })) as { ready: boolean };
  if (!ready) throw new GatewayError("busy", "The gateway is not ready.");
}

export const handler = step({
  async do({ workflow }) {
    if (workflow === "provision") await announceActivation();
    else if (careful.includes(workflow)) await look();
    else await reopen("starting");
  },
});
