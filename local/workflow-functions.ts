// The functions that the state machines call, and the switch that makes one of their steps fail.
import type { StageName, Workflow } from "../core/run/stages.ts";
import { workflowFunctions } from "../functions/provisioning/index.ts";
import type { StepEvent } from "../functions/provisioning/step.ts";

type Handler = (event: unknown) => Promise<unknown>;

export interface WorkflowFunctions {
  invoke(name: string, payload: unknown): Promise<unknown>;
  /**
   * Makes this step of every run that comes of the workflow fail for good, as late as it can, to leave the most
   * behind; undefined ends it. For tests and the demo.
   */
  failAt(step: StageName | undefined, workflow?: Workflow): void;
}

export function createWorkflowFunctions(): WorkflowFunctions {
  let failing: { workflow: Workflow; step: StageName } | undefined;
  return {
    async invoke(name, payload) {
      const handler = workflowFunctions[name as keyof typeof workflowFunctions] as Handler | undefined;
      if (!handler) throw new Error(`No function ${name}`);
      const { op, workflow, stage } = payload as StepEvent;
      const fails = op === "do" && workflow === failing?.workflow && stage === failing.step;
      // Once it waits, the gateway's report may complete it before it could fail.
      if (fails && stage === "WaitForReady") throw new MadeToFail();
      const result = await handler(payload);
      if (fails) throw new MadeToFail();
      return result ?? {};
    },
    failAt(step, workflow = "provision") {
      failing = step && { workflow, step };
    },
  };
}

/** The switch's error: refused, so that nothing retries it. */
class MadeToFail extends Error {
  override readonly name = "StepRefused";
  constructor() {
    super(
      JSON.stringify({
        code: "internal",
        message: "This step was made to fail. What was made is taken back.",
      }),
    );
  }
}
