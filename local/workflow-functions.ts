// The functions that the state machines call, and the faults that tests and the demo put into their steps.
import type { StepName, WorkflowName } from "../core/workflow/definitions.ts";
import { workflowFunctions } from "../functions/provisioning/index.ts";
import type { StepEvent } from "../functions/provisioning/step.ts";

type Handler = (event: unknown) => Promise<unknown>;

/** What goes wrong with a step. */
export interface Fault {
  workflow: WorkflowName;
  stage: StepName;
  op: "do" | "undo";
  /** Before the step has any effect, or after all of it. */
  when: "before" | "after";
  /** Of this tenant's runs; absent: of all. */
  tenantId?: string;
  /** Every time unless said. */
  times?: number;
  /** May throw, hang, or end the process. */
  act(event: StepEvent): unknown;
}

export interface WorkflowFunctions {
  invoke(name: string, payload: unknown): Promise<unknown>;
  /** Puts a fault in; returns what takes it out. */
  inject(fault: Fault): () => void;
  /**
   * Makes this step of every run that comes of the workflow fail for good, as late as it can, to leave the most
   * behind; undefined ends it.
   */
  failAt(step: StepName | undefined, workflow?: WorkflowName): void;
}

export function createWorkflowFunctions(): WorkflowFunctions {
  const faults = new Set<{ fault: Fault; left: number }>();
  let endFailing: (() => void) | undefined;

  async function strike(event: StepEvent, when: Fault["when"]): Promise<void> {
    for (const armed of faults) {
      const { fault } = armed;
      const meant =
        armed.left > 0 &&
        fault.when === when &&
        fault.op === event.op &&
        fault.workflow === event.workflow &&
        fault.stage === event.stage &&
        (fault.tenantId === undefined || fault.tenantId === event.tenantId);
      if (!meant) continue;
      armed.left--;
      await fault.act(event);
    }
  }

  function inject(fault: Fault): () => void {
    const armed = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    faults.add(armed);
    return () => faults.delete(armed);
  }

  return {
    async invoke(name, payload) {
      const handler = workflowFunctions[name as keyof typeof workflowFunctions] as Handler | undefined;
      if (!handler) throw new Error(`No function ${name}`);
      const event = payload as StepEvent;
      await strike(event, "before");
      const result = await handler(payload);
      await strike(event, "after");
      return result ?? {};
    },
    inject,
    failAt(stage, workflow = "provision") {
      endFailing?.();
      endFailing = undefined;
      if (!stage) return;
      // Once it waits, the gateway's report may complete it before it could fail.
      const when = stage === "WaitForReady" ? "before" : "after";
      endFailing = inject({ workflow, stage, op: "do", when, act: refuse });
    },
  };
}

/** A refusal: nothing retries it. */
export function refuse(): never {
  throw new MadeToFail();
}

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
