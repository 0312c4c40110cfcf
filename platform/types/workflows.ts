// State machines: started, continued, and inspected.
import type { WorkflowName } from "../../core/workflow/definitions.ts";

export type { WorkflowName };

/** Starts and continues state machines. */
export interface Workflows {
  /** The same name twice is one execution. */
  start(workflow: WorkflowName, executionName: string, input: Record<string, unknown>): Promise<void>;
  /** Completes a waiting task. False when the token is no longer waited for. */
  succeed(taskToken: string, output: Record<string, unknown>): Promise<boolean>;
  fail(taskToken: string, error: string, cause: string): Promise<boolean>;
}

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";

/** One execution of a state machine. Times are ISO 8601. */
export interface Execution {
  workflow: WorkflowName;
  name: string;
  status: ExecutionStatus;
  /** What it was started with. */
  input: Record<string, unknown>;
  startedAt: string;
  endedAt?: string;
}

/** One stay in a state. */
export interface StateVisit {
  state: string;
  type: string;
  input: unknown;
  output?: unknown;
  enteredAt: string;
  /** Absent while it is there, and where the execution ended. */
  exitedAt?: string;
  /** Tries after the first. */
  retries: number;
  errors: { error: string; cause: string; at: string }[];
}

/** A state machine in Amazon States Language, as far as it is looked at. */
export interface MachineDefinition {
  StartAt: string;
  States: Record<string, { Type: string; [field: string]: unknown }>;
}

/** An execution with all that it went through. */
export interface ExecutionHistory extends Execution {
  output?: unknown;
  error?: string;
  cause?: string;
  /** In the order of entering. */
  visits: StateVisit[];
  definition: MachineDefinition;
}

/** Where one stands in a list: by the time of its start; of two at once, by its name. */
export type ExecutionPlace = Pick<Execution, "startedAt" | "name">;

/** Looks into the engine of the state machines, and changes nothing. */
export interface Executions {
  /** Of these workflows together, newest first: those that stand after `before`, `limit` at most. */
  list(
    workflows: readonly WorkflowName[],
    page: { limit: number; before?: ExecutionPlace },
  ): Promise<Execution[]>;
  /** Undefined when there is none of that name, or it is no longer kept. */
  find(workflow: WorkflowName, name: string): Promise<ExecutionHistory | undefined>;
}
