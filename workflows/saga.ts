// A saga is a list of steps, each with its own undo. The builder turns it into a plain ASL object (JSONPath): retries,
// catches and the undos in reverse. CDK deploys that object and the local engine runs it, exactly as it is.

export interface Step {
  /** What operators read in the Step Functions console, and what the state is called. */
  name: string;
  timeoutSeconds: number;
  /** `callback`: undone when somebody completes its task token, not when the function returns. */
  undo: boolean | "callback";
  /** Done when somebody completes its task token, not when the function returns. */
  callback?: boolean;
  /** Failing for good does not fail the run. */
  optional?: boolean;
}

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

/** Errors that repeating does not help: refused by a rule, stopped, or waited for long enough. */
const FINAL = ["StepRefused", "ServiceStopped", "States.Timeout"];

const retry = [
  { ErrorEquals: FINAL, MaxAttempts: 0 },
  // A gateway that is restarting is back within a minute: two and a half are waited for.
  {
    ErrorEquals: ["GatewayError"],
    IntervalSeconds: 2,
    MaxAttempts: 10,
    BackoffRate: 2,
    MaxDelaySeconds: 20,
  },
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 3, JitterStrategy: "FULL" },
];

/** Undoing also repeats after a timeout: it must come to an end. */
const undoRetry = [
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 3, JitterStrategy: "FULL" },
];

/** A function's invocation. `functionName` is a placeholder that CDK substitutes and the local engine looks up. */
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
/** How long operators may look inside before a failed run is undone. */
export const HOLD_SECONDS = 72 * 3600;
/** More than a run and its being held can take: each state has a timeout of its own. */
const RUN_SECONDS = HOLD_SECONDS + 24 * 3600;

/**
 * Forward steps in order; when one fails for good, what was seen is recorded and the undos of that step and those
 * before it run in reverse. An execution whose input has `failed` and `left` begins with the clean-up: that is how a
 * machine that was aborted, and so ran no catch, is finished; with no step named, every undo runs.
 * Input: `{tenantId, runId}`.
 */
export function saga(workflow: string, comment: string, steps: Step[]): StateMachine {
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
 * The undos of a tenant's life, best effort: each is tried to the end, and what failed is named together at last.
 * `steps` in the order they run; one that is not an undo of provisioning says so by `undo: false`.
 */
export function teardown(workflow: string, comment: string, steps: Step[]): StateMachine {
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
  steps: Step[],
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
