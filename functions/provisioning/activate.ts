// Opens the workspace. Where a squadhub was worked on, this is the last look at it: from here there is no way back, and
// the run's end opens.

import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { careful } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

async function look(): Promise<void> {
  const { ready } = (await Squadhub.callGateway({ kind: "health" })) as { ready: boolean };
  if (!ready) throw new Squadhub.GatewayError("busy", "The gateway is not ready.");
}

export const handler = step({
  async do({ workflow }) {
    if (workflow === "provision") await Lifecycle.announceActivation();
    else if (careful.includes(workflow)) await look();
    else await Lifecycle.reopen("starting");
  },
});
