// One execution of a state machine: journals each state before its task is called, so that it can go on there.
import { ExecutionAbortedError, ExecutionTimeoutError, StateMachine } from "aws-local-stepfunctions";
import type { StateVisit } from "../../platform/types/workflows.ts";
import { type AslObject, resumeAt, resumeState } from "./definition.ts";
import type { ExecutionRecord, Journal } from "./journal.ts";
import { createProgress } from "./progress.ts";
import { ExecutionEnded, lambdaFailure } from "./task-failure.ts";
import type { TaskTokens } from "./task-tokens.ts";

export interface ExecutionContext {
  journal: Journal;
  tokens: TaskTokens;
  invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  clock: () => number;
}

export interface RunningExecution {
  /** Resolves when the record shows the end, or the execution was halted. */
  done: Promise<void>;
  abort(): void;
  /** Stops without an end: it goes on when it is resumed. */
  halt(): void;
}

type Events = ReturnType<StateMachine["run"]>["eventLogs"];
type Event = Events extends AsyncGenerator<infer E> ? E : never;

interface TaskInput {
  FunctionName?: string;
  Payload?: unknown;
}

/** Starts an execution, or continues it at the last state that its record shows. */
export function runExecution(
  definition: AslObject,
  record: ExecutionRecord,
  context: ExecutionContext,
): RunningExecution {
  const { journal, tokens, invoke, clock } = context;
  const progress = createProgress();
  let calls = 0;
  let halted = false;
  let waitingToken: string | undefined;
  /** Fails once the execution has ended: nothing waits for a task beyond it. */
  const over = Promise.withResolvers<never>();
  over.promise.catch(() => undefined);
  const task = { Token: tokens.create() };
  const now = () => new Date(clock()).toISOString();

  async function callTask(state: string, input: TaskInput): Promise<unknown> {
    // The parameters of this attempt hold the token; the next attempt gets another.
    const token = task.Token;
    task.Token = tokens.create();
    calls += 1;
    await Promise.race([over.promise, progress.reached(calls)]);
    const functionName = String(input.FunctionName).replace(/^\$\{(.*)\}$/, "$1");
    const call = async () => {
      try {
        return toJson(await invoke(functionName, toJson(input.Payload)));
      } catch (error) {
        throw lambdaFailure(error);
      }
    };
    if (!String(definition.States[state]?.Resource).endsWith(".waitForTaskToken")) {
      return {
        StatusCode: 200,
        ExecutedVersion: "$LATEST",
        Payload: await Promise.race([call(), over.promise]),
      };
    }
    waitingToken = token;
    const completed = tokens.wait(token);
    try {
      return toJson(await Promise.race([completed, call().then(() => completed), over.promise]));
    } finally {
      tokens.drop(token);
    }
  }

  function dropToken(): void {
    if (waitingToken) tokens.drop(waitingToken);
    waitingToken = undefined;
  }

  /** Brings one event into the record; true when a task call waits for it to be durable. */
  function apply(event: Event): boolean {
    if (!("state" in event) || event.state.name === resumeState) return false;
    const { state } = event;
    if (event.type === "StateEntered") {
      record.states.push(newVisit(state.name, state.type, state.input, now()));
      return state.type === "Task";
    }
    const visit = record.states.at(-1)!;
    if (event.type === "StateFailed") {
      dropToken();
      visit.errors.push({ error: event.Error, cause: describeCause(event.Cause), at: now() });
    } else if (event.type === "StateRetried") {
      visit.retries += 1;
      return state.type === "Task";
    } else if (event.type === "StateExited") {
      visit.output = state.output;
      visit.exitedAt = now();
    }
    return false;
  }

  async function follow(events: Events): Promise<void> {
    for await (const event of events) {
      if (halted) return;
      const isCall = apply(event);
      if ("state" in event) await journal.save(record);
      if (isCall) progress.advance();
    }
  }

  async function finish(result: Promise<unknown>): Promise<void> {
    const end = await result.then((output) => ({ status: "SUCCEEDED" as const, output }), toEnd);
    over.reject(new ExecutionEnded("The execution has ended"));
    dropToken();
    // A journal that cannot be written stops the execution where it is.
    await following.catch((error: unknown) => {
      halted = true;
      console.error(`Execution ${record.name} could not be journalled:`, error);
    });
    if (halted) return;
    await journal.save(Object.assign(record, end, { endedAt: now() }));
  }

  const position = interruptLast(record, now());
  const elapsedSeconds = (clock() - Date.parse(record.startedAt)) / 1000;
  const machine = new StateMachine(resumeAt(definition, position, elapsedSeconds), {
    validationOptions: { noValidate: true },
  });
  const tasks = Object.keys(definition.States).filter((name) => definition.States[name]?.Type === "Task");
  const run = machine.run(record.input as never, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        tasks.map((name) => [name, (input) => callTask(name, input as TaskInput) as Promise<never>]),
      ),
    },
    context: {
      Execution: {
        Id: `arn:aws:states:local:000000000000:execution:${record.workflow}:${record.name}`,
        Name: record.name,
      },
      StateMachine: {
        Id: `arn:aws:states:local:000000000000:stateMachine:${record.workflow}`,
        Name: record.workflow,
      },
      Task: task,
    },
  });
  const following = follow(run.eventLogs);
  following.catch(() => run.abort());
  return {
    done: finish(run.result),
    abort: run.abort,
    halt() {
      halted = true;
      run.abort();
    },
  };
}

/** Where to go on, when the record shows that the execution was under way before. */
function interruptLast(record: ExecutionRecord, at: string): { state: string; input: unknown } | undefined {
  const last = record.states.at(-1);
  if (last && !last.exitedAt) last.errors.push({ error: "Interrupted", cause: "The process ended", at });
  return last && { state: last.state, input: last.input };
}

function newVisit(state: string, type: string, input: unknown, enteredAt: string): StateVisit {
  return { state, type, input, enteredAt, retries: 0, errors: [] };
}

function toEnd(error: unknown) {
  if (error instanceof ExecutionAbortedError) return { status: "ABORTED" as const };
  if (error instanceof ExecutionTimeoutError) {
    return { status: "TIMED_OUT" as const, error: "States.Timeout", cause: "The execution took too long" };
  }
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error);
  return { status: "FAILED" as const, error: reason.name, cause: reason.message };
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function toJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
