// Opens the workspace. After maintenance it only checks the squadhub for the last time: a failure from here on can no
// longer be rolled back, so the run's end opens the workspace.
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { definitions } from "../../core/workflow/definitions.ts";
import { step } from "./step.ts";

async function assertReady(): Promise<void> {
  const { ready } = (await Squadhub.callGateway({ kind: "health" })) as { ready: boolean };
  if (!ready) throw new Squadhub.GatewayError("busy", "The gateway is not ready.");
}

export const handler = step({
  async do({ workflow }) {
    const { reactivates, during } = definitions[workflow];
    if (workflow === "provision") await Lifecycle.announceActivation();
    else if (reactivates) await assertReady();
    else await Lifecycle.reopen(during);
  },
});
