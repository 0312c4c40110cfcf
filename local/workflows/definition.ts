// State machines as the engine takes them: the deployed definition, adapted where the engine differs from AWS.
import type { StateMachineDefinition } from "aws-local-stepfunctions";

export interface AslState {
  Type: string;
  [field: string]: unknown;
}

/** A state machine in Amazon States Language (JSONPath). */
export interface AslObject {
  Comment?: string;
  StartAt: string;
  TimeoutSeconds?: number;
  States: Record<string, AslState>;
}

/** About 24 days. The engine's timers fire at once when they are set to more. */
const longestSeconds = 2_147_483;
/** The first state of a resumed execution; it leads to the state where the execution was. */
export const resumeState = "(resume)";

/** For tests, `timeScale` multiplies retry delays and Wait states, and `stepSeconds` limits the timeouts of tasks. */
export function prepare(
  definition: AslObject,
  timeScale: number,
  stepSeconds: number = longestSeconds,
): AslObject {
  const States: Record<string, AslState> = {};
  for (const [name, state] of Object.entries(definition.States)) {
    const prepared = timeScale === 1 ? { ...state } : scaled(state, timeScale);
    // Without a timeout the engine ends a task after 60 s; AWS waits.
    if (state.Type === "Task" && state.TimeoutSecondsPath === undefined) {
      prepared.TimeoutSeconds = Math.min(
        Number(state.TimeoutSeconds ?? longestSeconds),
        stepSeconds,
        longestSeconds,
      );
    }
    // The engine takes "$" for a key. On AWS it means the whole, as does a missing path.
    if (prepared.ResultPath === "$") delete prepared.ResultPath;
    States[name] = prepared;
  }
  return { ...definition, States };
}

/** The machine from `position` on, with that state's input; `$$.Execution.Input` stays the execution's own. */
export function resumeAt(
  definition: AslObject,
  position: { state: string; input: unknown } | undefined,
  elapsedSeconds: number,
): StateMachineDefinition {
  const machine: AslObject = { ...definition };
  if (definition.TimeoutSeconds !== undefined) {
    const left = Math.max(definition.TimeoutSeconds - elapsedSeconds, 0.001);
    machine.TimeoutSeconds = Math.min(left, longestSeconds);
  }
  if (position) {
    machine.StartAt = resumeState;
    machine.States = {
      ...definition.States,
      [resumeState]: { Type: "Pass", Result: position.input, Next: position.state },
    };
  }
  return machine as unknown as StateMachineDefinition;
}

function scaled(state: AslState, timeScale: number): AslState {
  const copy = { ...state };
  if (typeof copy.Seconds === "number") copy.Seconds *= timeScale;
  if (Array.isArray(copy.Retry)) {
    copy.Retry = copy.Retry.map((retrier: { IntervalSeconds?: number; MaxDelaySeconds?: number }) => ({
      ...retrier,
      IntervalSeconds: (retrier.IntervalSeconds ?? 1) * timeScale,
      ...(retrier.MaxDelaySeconds && { MaxDelaySeconds: retrier.MaxDelaySeconds * timeScale }),
    }));
  }
  return copy;
}
