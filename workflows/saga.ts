// Turns a workflow's definition into a plain ASL object (JSONPath): retries, catches, and for a saga the undos in reverse.
// CDK deploys that object as it is, and the local engine runs the same one.
import type { Step, WorkflowDefinition } from "../core/workflow/definition.ts";

type Machine = Pick<WorkflowDefinition, "comment" | "steps">;

export interface State {
  Type: "Task" | "Choice" | "Pass" | "Succeed" | "Fail";
  [field: string]: unknown;
}
export interface StateMachine {
  Comment: string;
  StartAt: string;
  TimeoutSeconds: number;
  States: Record<string, State>;
}

/** Errors that a retry cannot mend: a rule refused it, the service stopped, or the time is over. */
const FINAL = ["StepRefused", "ServiceStopped", "States.Timeout"];

const retry = [
  { ErrorEquals: FINAL, MaxAttempts: 0 },
  // A restarting gateway is back within a minute. These retries last two and a half.
  {
    ErrorEquals: ["GatewayError"],
    IntervalSeconds: 2,
    MaxAttempts: 10,
    BackoffRate: 2,
    MaxDelaySeconds: 20,
  },
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 3, JitterStrategy: "FULL" },
];

/** An undo is also retried after a timeout, because it has to succeed. */
const undoRetry = [
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 3, JitterStrategy: "FULL" },
];

/** A call of a function. CDK replaces the placeholder of its name; the local engine looks the name up. */
function invoke(
  functionName: string,
  payload: Record<string, unknown>,
  timeoutSeconds: number,
  callback = false,
): State {
  return {
    Type: "Task",
    Resource: `arn:aws:states:::lambda:invoke${callback ? ".waitForTaskToken" : ""}`,
    Parameters: {
      FunctionName: `\${${functionName}}`,
      Payload: {
        "tenantId.$": "$.tenantId",
        "runId.$": "$.runId",
        ...payload,
        ...(callback ? { "taskToken.$": "$$.Task.Token" } : {}),
      },
    },
    TimeoutSeconds: timeoutSeconds,
    ResultPath: null,
  };
}

const RECORD_SECONDS = 60;
/** How long operators may inspect a failed run before it is undone. */
export const HOLD_SECONDS = 72 * 3600;
/** Longer than any run, held or not: each state has a timeout of its own. */
const RUN_SECONDS = HOLD_SECONDS + 24 * 3600;

/**
 * Runs the steps in order. When one fails for good, the failure is recorded and the undos of that step and of those
 * before it run in reverse. Input: `{tenantId, runId}`. An input that also has `failed` and `left` starts with the
 * clean-up: an execution that was aborted ran no catch, and this is how it is finished. With no step named, every undo
 * runs.
 * Long because it lists the states of a machine in the order in which they run.
 */
export function saga(workflow: string, { comment, steps }: Machine): StateMachine {
  const undoable = steps.filter(({ undo }) => undo);
  const States: Record<string, State> = {
    Begin: {
      Type: "Choice",
      Comment: "A clean-up of an aborted execution comes with what failed",
      Choices: [{ Variable: "$.failed", IsPresent: true, Next: "RecordFailure" }],
      Default: steps[0]!.name,
    },
  };

  steps.forEach(({ name, timeoutSeconds, callback, optional }, at) => {
    const Next = steps[at + 1]?.name ?? "RecordSuccess";
    const payload = { op: "do", workflow, stage: name };
    States[name] = {
      ...invoke(name, payload, timeoutSeconds, callback),
      Retry: retry,
      Catch: [
        {
          ErrorEquals: ["States.ALL"],
          ResultPath: "$.caught",
          Next: optional ? `${name} skipped` : `${name} failed`,
        },
      ],
      Next,
    };
    if (optional)
      States[`${name} skipped`] = {
        ...invoke("Record", { op: "skipped", workflow, stage: name, "caught.$": "$.caught" }, RECORD_SECONDS),
        Retry: undoRetry,
        Next,
      };
    else
      States[`${name} failed`] = {
        Type: "Pass",
        Parameters: {
          "tenantId.$": "$.tenantId",
          "runId.$": "$.runId",
          failed: { step: name, "caught.$": "$.caught" },
          left: {},
        },
        Next: "RecordFailure",
      };
  });

  States.RecordSuccess = {
    ...invoke("Record", { op: "success", workflow }, RECORD_SECONDS),
    Retry: undoRetry,
    Next: "Succeeded",
  };
  States.Succeeded = { Type: "Succeed" };
  States.RecordFailure = {
    ...invoke("Record", { op: "failure", workflow, "failed.$": "$.failed" }, RECORD_SECONDS),
    Comment: "Keeps what was seen before anything is undone",
    Retry: undoRetry,
    Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: "Compensate" }],
    Next: "Hold",
  };
  States.Hold = {
    ...invoke("Record", { op: "hold", workflow }, HOLD_SECONDS, true),
    Comment: "Waits for operators who asked to look inside first; goes on at once when nobody did",
    Retry: [{ ErrorEquals: ["States.Timeout"], MaxAttempts: 0 }, ...undoRetry],
    Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: "Compensate" }],
    Next: "Compensate",
  };
  const undoFrom = (at: number) => {
    const last = undoable.findLast((step) => steps.indexOf(step) <= at);
    return last ? `Undo ${last.name}` : "RecordRollback";
  };
  States.Compensate = {
    Type: "Choice",
    Choices: steps.flatMap(({ name, optional }, at) =>
      optional ? [] : [{ Variable: "$.failed.step", StringEquals: name, Next: undoFrom(at) }],
    ),
    Default: undoFrom(steps.length - 1),
  };
  addUndos(States, workflow, undoable.toReversed(), "undo", "RecordRollback", (name) => `Undo ${name}`);
  States.RecordRollback = {
    ...invoke("Record", { op: "rollback", workflow, "left.$": "$.left" }, RECORD_SECONDS),
    Retry: undoRetry,
    Next: "RolledBack",
  };
  States.RolledBack = {
    Type: "Fail",
    Error: "RolledBack",
    Cause: "A step failed; the run says which, and what is left",
  };
  return { Comment: comment, StartAt: "Begin", TimeoutSeconds: RUN_SECONDS, States };
}

/**
 * Runs the undos of the steps, in the order of the list. Each is tried to its end, and those that failed are recorded
 * together at the end. A step with `undo: false` is not an undo of provisioning: it runs its own `do`.
 */
export function teardown(workflow: string, { comment, steps }: Machine): StateMachine {
  const States: Record<string, State> = {
    Begin: {
      Type: "Pass",
      Parameters: { "tenantId.$": "$.tenantId", "runId.$": "$.runId", left: {} },
      Next: steps[0]!.name,
    },
  };
  addUndos(States, workflow, steps, "do", "RecordEnd", (name) => name);
  States.RecordEnd = {
    ...invoke("Record", { op: "end", workflow, "left.$": "$.left" }, RECORD_SECONDS),
    Retry: undoRetry,
    Next: "Succeeded",
  };
  States.Succeeded = { Type: "Succeed" };
  return { Comment: comment, StartAt: "Begin", TimeoutSeconds: RUN_SECONDS, States };
}

function addUndos(
  States: Record<string, State>,
  workflow: string,
  steps: readonly Step[],
  otherwise: "do" | "undo",
  end: string,
  nameOf: (name: string) => string,
): void {
  steps.forEach(({ name, timeoutSeconds, undo }, at) => {
    const following = steps[at + 1];
    const Next = following ? nameOf(following.name) : end;
    States[nameOf(name)] = {
      ...invoke(
        name,
        { op: undo ? "undo" : otherwise, workflow, stage: name, "left.$": "$.left" },
        timeoutSeconds,
        undo === "callback",
      ),
      Retry: undoRetry,
      Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: `$.left.${name}`, Next }],
      Next,
    };
  });
}

/** The placeholders a machine needs values for: the functions it calls. */
export function functionsOf(machine: StateMachine): string[] {
  const names = [...JSON.stringify(machine).matchAll(/"FunctionName":"\$\{(\w+)\}"/g)].map(
    ([, name]) => name!,
  );
  return [...new Set(names)];
}
