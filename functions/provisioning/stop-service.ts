// Stops the squadhub's task; its storage, keys, role, definition and name stay.
import { squadhubs, workflows } from "#platform";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { careful } from "../../core/workflow/definitions.ts";
import { type StepContext, step } from "./step.ts";

async function stop(): Promise<void> {
  // From here nobody sends to it any more.
  await Squadhub.forgetReady();
  await Squadhub.removeResource((spec) => squadhubs.deleteService(spec));
  // A gateway that ended and came up again meanwhile may have said that it is ready.
  await Squadhub.forgetReady();
}

/** The squadhub runs again as before, if it ran before; whoever reports ready completes the task token. */
async function bringUp({ op, runId, taskToken, left = {} }: StepContext): Promise<void> {
  // The run ended while its step was at work: its clean-up brings up.
  if (op === "do") return;
  const { from } = await Run.read(runId);
  if (from !== "active") return void (await workflows.succeed(taskToken, {}));
  const others = Object.keys(left);
  if (others.length > 0) throw new Error(`It is not as it was: ${others.join(", ")} could not be undone.`);
  // Whatever of it still runs has been ready before, and would not say so again.
  await stop();
  await Squadhub.createResource("service", (spec) => squadhubs.startService(spec));
  await Squadhub.awaitReady(taskToken);
}

export const handler = step({
  do: stop,
  // Elsewhere undoing makes sure that nothing runs: a squadhub whose stop failed is not left half stopped.
  undo: (context) => (careful.includes(context.workflow) ? bringUp(context) : stop()),
});
