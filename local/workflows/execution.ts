// One execution of a state machine. It journals each state before it calls the state's task, so that it can resume there.
import { ExecutionAbortedError, ExecutionTimeoutError, StateMachine } from "aws-local-stepfunctions";
import { type AslObject, resumeAt } from "./definition.ts";
import type { ExecutionRecord, Journal } from "./journal.ts";
import { createProgress } from "./progress.ts";
import { type Events, interruptLastVisit, recordEvent } from "./state-visits.ts";
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
  /** Stops without an end: the execution can be resumed. */
  halt(): void;
}

interface TaskInput {
  FunctionName?: string;
  Payload?: unknown;
}

/** Starts an execution, or resumes it at the last state that its record shows. */
export function runExecution(
  definition: AslObject,
  record: ExecutionRecord,
  context: ExecutionContext,
): RunningExecution {
  return new LocalExecution(definition, record, context);
}

class LocalExecution implements RunningExecution {
  readonly done: Promise<void>;
  readonly #definition: AslObject;
  readonly #record: ExecutionRecord;
  readonly #context: ExecutionContext;
  readonly #progress = createProgress();
  /** Rejects once the execution has ended: no task is awaited beyond it. */
  readonly #ended = Promise.withResolvers<never>();
  /** Part of the machine's context. Its token is in the parameters of the next task call. */
  readonly #task: { Token: string };
  readonly #abort: () => void;
  #calls = 0;
  #isHalted = false;
  #awaitedToken: string | undefined;

  constructor(definition: AslObject, record: ExecutionRecord, context: ExecutionContext) {
    this.#definition = definition;
    this.#record = record;
    this.#context = context;
    this.#task = { Token: context.tokens.create() };
    this.#ended.promise.catch(() => undefined); // without a task in progress, nobody awaits it
    const run = this.#startMachine();
    this.#abort = run.abort;
    const following = this.#follow(run.eventLogs);
    following.catch(() => run.abort());
    this.done = this.#finish(run.result, following);
  }

  abort(): void {
    this.#abort();
  }

  halt(): void {
    this.#isHalted = true;
    this.#abort();
  }

  #startMachine() {
    const position = interruptLastVisit(this.#record, this.#now());
    const elapsedSeconds = (this.#context.clock() - Date.parse(this.#record.startedAt)) / 1000;
    const machine = new StateMachine(resumeAt(this.#definition, position, elapsedSeconds), {
      validationOptions: { noValidate: true },
    });
    const { States } = this.#definition;
    const tasks = Object.keys(States).filter((name) => States[name]?.Type === "Task");
    const { workflow, name } = this.#record;
    return machine.run(this.#record.input as never, {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          tasks.map((task) => [task, (input) => this.#callTask(task, input as TaskInput) as Promise<never>]),
        ),
      },
      context: {
        Execution: { Id: `arn:aws:states:local:000000000000:execution:${workflow}:${name}`, Name: name },
        StateMachine: { Id: `arn:aws:states:local:000000000000:stateMachine:${workflow}`, Name: workflow },
        Task: this.#task,
      },
    });
  }

  async #callTask(state: string, input: TaskInput): Promise<unknown> {
    // The parameters of this attempt hold the token; the next attempt gets another.
    const token = this.#task.Token;
    this.#task.Token = this.#context.tokens.create();
    this.#calls += 1;
    await Promise.race([this.#ended.promise, this.#progress.reached(this.#calls)]);
    const isCallback = String(this.#definition.States[state]?.Resource).endsWith(".waitForTaskToken");
    if (isCallback) return this.#awaitCallback(token, input);
    const payload = await Promise.race([this.#invoke(input), this.#ended.promise]);
    return { StatusCode: 200, ExecutedVersion: "$LATEST", Payload: payload };
  }

  async #awaitCallback(token: string, input: TaskInput): Promise<unknown> {
    const { tokens } = this.#context;
    this.#awaitedToken = token;
    const completed = tokens.wait(token);
    try {
      const invoked = this.#invoke(input).then(() => completed);
      return toJson(await Promise.race([completed, invoked, this.#ended.promise]));
    } finally {
      tokens.drop(token);
    }
  }

  async #invoke({ FunctionName, Payload }: TaskInput): Promise<unknown> {
    const functionName = String(FunctionName).replace(/^\$\{(.*)\}$/, "$1");
    try {
      return toJson(await this.#context.invoke(functionName, toJson(Payload)));
    } catch (error) {
      throw lambdaFailure(error);
    }
  }

  async #follow(events: Events): Promise<void> {
    for await (const event of events) {
      if (this.#isHalted) return;
      const isCall = recordEvent(this.#record, event, this.#now());
      if (event.type === "StateFailed") this.#dropToken();
      if ("state" in event) await this.#context.journal.save(this.#record);
      if (isCall) this.#progress.advance();
    }
  }

  async #finish(result: Promise<unknown>, following: Promise<void>): Promise<void> {
    const end = await result.then((output) => ({ status: "SUCCEEDED" as const, output }), toEnd);
    this.#ended.reject(new ExecutionEnded("The execution has ended"));
    this.#dropToken();
    // A journal that cannot be written stops the execution where it is.
    await following.catch((error: unknown) => {
      this.#isHalted = true;
      console.error(`Execution ${this.#record.name} could not be journalled:`, error);
    });
    if (this.#isHalted) return;
    await this.#context.journal.save(Object.assign(this.#record, end, { endedAt: this.#now() }));
  }

  #dropToken(): void {
    if (this.#awaitedToken) this.#context.tokens.drop(this.#awaitedToken);
    this.#awaitedToken = undefined;
  }

  #now(): string {
    return new Date(this.#context.clock()).toISOString();
  }
}

function toEnd(error: unknown) {
  if (error instanceof ExecutionAbortedError) return { status: "ABORTED" as const };
  if (error instanceof ExecutionTimeoutError) {
    return { status: "TIMED_OUT" as const, error: "States.Timeout", cause: "The execution took too long" };
  }
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error);
  return { status: "FAILED" as const, error: reason.name, cause: reason.message };
}

function toJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
