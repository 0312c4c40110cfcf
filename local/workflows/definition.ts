// State machines as the engine takes them: the object that is deployed, with the engine's differences evened out.
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

/** What a timer can wait, about 24 days: the engine's timers would fire at once beyond it. */
const longestSeconds = 2_147_483;
/** The state that leads a resumed execution to where it was. */
export const resumeState = "(resume)";

/** `timeScale` shortens retry delays and Wait states, `stepSeconds` the longest timeouts of tasks; for tests. */
export function prepare(
  definition: AslObject,
  timeScale: number,
  stepSeconds: number = longestSeconds,
): AslObject {
  const States: Record<string, AslState> = {};
  for (const [name, state] of Object.entries(definition.States)) {
    const prepared = timeScale === 1 ? { ...state } : scaled(state, timeScale);
    // The engine ends a task after 60 s unless told otherwise; AWS waits.
    if (state.Type === "Task" && state.TimeoutSecondsPath === undefined) {
      prepared.TimeoutSeconds = Math.min(
        Number(state.TimeoutSeconds ?? longestSeconds),
        stepSeconds,
        longestSeconds,
      );
    }
    // The engine takes "$" for a key; it stands for the whole, as does no path.
    if (prepared.ResultPath === "$") delete prepared.ResultPath;
    States[name] = prepared;
  }
  return { ...definition, States };
}

/** The machine from one of its states on, with that state's input; `$$.Execution.Input` stays the first. */
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
