// Stops the squadhub's task. Its storage, keys, role, definition and name stay.
import { squadhubs, workflows } from "#platform";
import * as Run from "../../core/run/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { definitions } from "../../core/workflow/definitions.ts";
import { type StepContext, step } from "./step.ts";

async function stop(): Promise<void> {
  // From here nothing is sent to it.
  await Squadhub.forgetReady();
  await Squadhub.removeResource((squadhub) => squadhubs.deleteService(squadhub));
  // A gateway that restarted meanwhile may have reported ready.
  await Squadhub.forgetReady();
}

/** Starts the squadhub again if it ran before the run. Its `ready` report completes the task token. */
async function startAgain({ op, runId, taskToken, left = {} }: StepContext): Promise<void> {
  // The run ended while the step was at work: its clean-up starts the squadhub.
  if (op === "do") return;
  const { from } = await Run.read(runId);
  if (from !== "active") return void (await workflows.succeed(taskToken, {}));
  const others = Object.keys(left);
  if (others.length > 0)
    throw new Error(`The squadhub is not as it was: ${others.join(", ")} could not be undone.`);
  // What still runs has reported ready already and would not report again.
  await stop();
  await Squadhub.createService((spec) => squadhubs.startService(spec));
  await Squadhub.awaitReady(taskToken);
}

export const handler = step({
  do: stop,
  // Without a way back the undo ensures that nothing runs: a squadhub whose stop failed is not left half stopped.
  undo: (context) => (definitions[context.workflow].revertible ? startAgain(context) : stop()),
});
