// The functions that the state machines call, and the faults that tests and the demo inject into their steps.
import type { StepName, WorkflowName } from "../core/workflow/definitions.ts";
import { workflowFunctions } from "../functions/provisioning/index.ts";
import type { StepEvent } from "../functions/provisioning/step.ts";

type Handler = (event: unknown) => Promise<unknown>;

/** A fault in a step. */
export interface Fault {
  workflow: WorkflowName;
  stage: StepName;
  op: "do" | "undo";
  /** Before the step has any effect, or after its whole effect. */
  when: "before" | "after";
  /** Only in runs of this tenant. */
  tenantId?: string;
  /** How often; every time when absent. */
  times?: number;
  /** May throw, hang, or end the process. */
  act(event: StepEvent): unknown;
}

export interface WorkflowFunctions {
  invoke(name: string, payload: unknown): Promise<unknown>;
  /** Injects a fault. Returns a function that removes it. */
  inject(fault: Fault): () => void;
  /**
   * Makes this step fail for good in every run of the workflow from now on, as late as possible, so that it leaves the
   * most behind. Undefined ends it.
   */
  failAt(step: StepName | undefined, workflow?: WorkflowName): void;
}

export function createWorkflowFunctions(): WorkflowFunctions {
  const faults = new Set<{ fault: Fault; left: number }>();
  let endFailing: (() => void) | undefined;

  async function applyFaults(event: StepEvent, when: Fault["when"]): Promise<void> {
    for (const armed of faults) {
      const { fault } = armed;
      const applies =
        armed.left > 0 &&
        fault.when === when &&
        fault.op === event.op &&
        fault.workflow === event.workflow &&
        fault.stage === event.stage &&
        (fault.tenantId === undefined || fault.tenantId === event.tenantId);
      if (!applies) continue;
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
      await applyFaults(event, "before");
      const result = await handler(payload);
      await applyFaults(event, "after");
      return result ?? {};
    },
    inject,
    failAt(stage, workflow = "provision") {
      endFailing?.();
      endFailing = undefined;
      if (!stage) return;
      // Once it waits, the gateway's report may complete it before it fails.
      const when = stage === "WaitForReady" ? "before" : "after";
      endFailing = inject({ workflow, stage, op: "do", when, act: refuse });
    },
  };
}

/** Throws a refusal, which is not retried. */
export function refuse(): never {
  throw new InjectedFailure();
}

class InjectedFailure extends Error {
  override readonly name = "StepRefused";
  constructor() {
    super(
      JSON.stringify({
        code: "internal",
        message: "This step was made to fail. What was made is removed again.",
      }),
    );
  }
}
