// The steps of every workflow, read off the deployed state machines: what the matrix of faults is made from.

import type { TenantStatus } from "../../core/tenant/index.ts";
import type { StepName, WorkflowName } from "../../core/workflow/definitions.ts";
import { stepNames } from "../../core/workflow/definitions.ts";
import { machines } from "../../workflows/index.ts";

export interface StepOf {
  workflow: WorkflowName;
  stage: StepName;
  /** Has an undo that runs when a later step fails. */
  undoable: boolean;
  /** Failing for good does not fail the run. */
  optional: boolean;
  /** What the step's own function is called with. */
  op: "do" | "undo";
  /** Somebody else's word ends it. */
  callback: boolean;
}

export const workflows = Object.keys(machines) as WorkflowName[];

export const steps: StepOf[] = workflows.flatMap((workflow) => {
  const { States } = machines[workflow];
  return stepNames(workflow).map((stage) => ({
    workflow,
    stage,
    undoable: `Undo ${stage}` in States,
    optional: `${stage} skipped` in States,
    op: JSON.stringify(States[stage]?.Parameters).includes('"op":"undo"')
      ? ("undo" as const)
      : ("do" as const),
    callback: String(States[stage]?.Resource).endsWith(".waitForTaskToken"),
  }));
});

/** What a workspace is before each workflow, and what it is when that ends well or is taken back. */
export const rests: Record<WorkflowName, { from?: TenantStatus; done: TenantStatus; undone: TenantStatus }> =
  {
    provision: { done: "active", undone: "error" },
    deprovision: { from: "active", done: "deleted", undone: "error" },
    sleep: { from: "active", done: "sleeping", undone: "sleeping" },
    wake: { from: "sleeping", done: "active", undone: "stopped" },
    restart: { from: "active", done: "active", undone: "stopped" },
    backup: { from: "active", done: "active", undone: "active" },
    backupAtRest: { from: "sleeping", done: "sleeping", undone: "sleeping" },
    upgrade: { from: "active", done: "active", undone: "active" },
    restore: { from: "active", done: "active", undone: "active" },
  };

/** Whether nothing of what counts comes after the step: what may come is tidying up. */
export const isLast = ({ workflow, stage }: StepOf): boolean => {
  const names = stepNames(workflow);
  const after = names.slice(names.indexOf(stage) + 1);
  return after.every(
    (next) => steps.find((step) => step.workflow === workflow && step.stage === next)!.optional,
  );
};

export const nameOf = ({ workflow, stage }: StepOf): string => `${workflow}/${stage}`;
