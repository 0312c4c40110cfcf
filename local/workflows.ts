// Step Functions in this process: runs the deployed state machines durably, and reports how each execution ended.
import type { WorkflowName, Workflows } from "../platform/types/workflows.ts";
import { backoffMs, wait } from "./backoff.ts";
import { createSerial, type Serial } from "./serial.ts";
import type { Store } from "./store.ts";
import { type AslObject, prepare } from "./workflows/definition.ts";
import { type RunningExecution, runExecution } from "./workflows/execution.ts";
import { type EndStatus, type ExecutionRecord, type Journal, openJournal } from "./workflows/journal.ts";
import { createTaskTokens } from "./workflows/task-tokens.ts";

export type { AslObject, AslState } from "./workflows/definition.ts";
export type { ExecutionRecord } from "./workflows/journal.ts";

export interface EndedExecution {
  workflow: WorkflowName;
  name: string;
  status: EndStatus;
  input: Record<string, unknown>;
  output?: unknown;
  error?: string;
  cause?: string;
}

export interface WorkflowsOptions {
  store: Store;
  definitions: Record<WorkflowName, AslObject>;
  /** Calls the function that a task names: `${SomeStep}` arrives as `SomeStep`. */
  invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  /** Called for every end, at least once. */
  onEnd: (execution: EndedExecution) => Promise<void>;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** Multiplies retry delays and the seconds of Wait states; for tests. */
  timeScale?: number;
  /** The longest that a task may take, in seconds, whatever its own timeout; for tests. */
  stepSeconds?: number;
}

export interface LocalWorkflows extends Workflows {
  /** Resumes the executions that an earlier process left unfinished. */
  resume(): Promise<void>;
  /** False when no execution of that name is running. */
  abort(name: string): Promise<boolean>;
  /** Newest first, without their states. */
  executions(): Promise<Omit<ExecutionRecord, "states">[]>;
  execution(name: string): Promise<ExecutionRecord | undefined>;
  /** Resolves when no execution is running and every end has been reported. */
  idle(): Promise<void>;
  /** Halts unfinished executions where they are; `resume` continues them. */
  stop(): Promise<void>;
}

export const createWorkflows = (options: WorkflowsOptions): LocalWorkflows => new WorkflowEngine(options);

class WorkflowEngine implements LocalWorkflows {
  readonly #options: WorkflowsOptions;
  readonly #clock: () => number;
  readonly #journal: Journal;
  readonly #tokens = createTaskTokens();
  readonly #serially: Serial = createSerial();
  readonly #stopping = new AbortController();
  readonly #machines: Map<string, AslObject>;
  readonly #running = new Map<string, { execution?: RunningExecution; ended: Promise<void> }>();

  constructor(options: WorkflowsOptions) {
    const { store, definitions, clock = Date.now, timeScale = 1, stepSeconds } = options;
    this.#options = options;
    this.#clock = clock;
    this.#journal = openJournal(store);
    this.#machines = new Map(
      Object.entries(definitions).map(([name, definition]) => [
        name,
        prepare(definition, timeScale, stepSeconds),
      ]),
    );
  }

  start(workflow: WorkflowName, name: string, input: Record<string, unknown>): Promise<void> {
    return this.#serially(async () => {
      if (await this.#journal.find(workflow, name)) return;
      const record: ExecutionRecord = {
        workflow,
        name,
        status: "RUNNING",
        input: structuredClone(input),
        startedAt: new Date(this.#clock()).toISOString(),
        reported: false,
        states: [],
      };
      await this.#journal.save(record);
      this.#run(record);
    });
  }

  async succeed(taskToken: string, output: Record<string, unknown>): Promise<boolean> {
    return this.#tokens.succeed(taskToken, output);
  }

  async fail(taskToken: string, error: string, cause: string): Promise<boolean> {
    return this.#tokens.fail(taskToken, error, cause);
  }

  resume(): Promise<void> {
    return this.#serially(async () => {
      for (const record of await this.#journal.all()) {
        if (this.#running.has(keyOf(record)) || record.reported) continue;
        if (record.status === "RUNNING") this.#run(record);
        else this.#track(keyOf(record), this.#report(record));
      }
    });
  }

  async abort(name: string): Promise<boolean> {
    const found = [...this.#running]
      .filter(([key, { execution }]) => execution && key.endsWith(`~${name}`))
      .map(([, entry]) => entry);
    for (const { execution } of found) execution?.abort();
    await Promise.all(found.map(({ ended }) => ended));
    return found.length > 0;
  }

  async executions(): Promise<Omit<ExecutionRecord, "states">[]> {
    const records = await this.#journal.all();
    return records
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      .map(({ states: _states, ...record }) => record);
  }

  async execution(name: string): Promise<ExecutionRecord | undefined> {
    for (const workflow of this.#machines.keys()) {
      const record = await this.#journal.find(workflow as WorkflowName, name);
      if (record) return record;
    }
    return undefined;
  }

  async idle(): Promise<void> {
    await this.#serially(async () => undefined);
    while (this.#running.size > 0) await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#serially(async () => undefined);
    const unfinished = [...this.#running.values()];
    for (const { execution } of unfinished) execution?.halt();
    await Promise.all(unfinished.map(({ ended }) => ended));
  }

  #run(record: ExecutionRecord): void {
    const definition = this.#machines.get(record.workflow);
    if (!definition) throw new Error(`There is no workflow ${record.workflow}`);
    const execution = runExecution(definition, record, {
      journal: this.#journal,
      tokens: this.#tokens,
      invoke: this.#options.invoke,
      clock: this.#clock,
    });
    const ended = execution.done.then(() => this.#report(record));
    this.#track(keyOf(record), ended, execution);
  }

  #track(key: string, work: Promise<void>, execution?: RunningExecution): void {
    const ended = work
      .catch((error: unknown) => console.error(`Execution ${key} could not be finished:`, error))
      .finally(() => this.#running.delete(key));
    this.#running.set(key, { execution, ended });
  }

  /** Reports the end until the listener accepts it. When this process stops before that, the next one reports it. */
  async #report(record: ExecutionRecord): Promise<void> {
    if (record.status === "RUNNING") return;
    const { workflow, name, status, input, output, error, cause } = record;
    for (let failed = 0; ; ) {
      try {
        await this.#options.onEnd({ workflow, name, status, input, output, error, cause });
        break;
      } catch (reason) {
        failed += 1;
        console.error(`The end of execution ${name} could not be reported:`, reason);
        await wait(backoffMs(failed), this.#stopping.signal);
        if (this.#stopping.signal.aborted) return;
      }
    }
    await this.#journal.save(Object.assign(record, { reported: true }));
    await this.#journal.prune();
  }
}

const keyOf = ({ workflow, name }: Pick<ExecutionRecord, "workflow" | "name">): string =>
  `${workflow}~${name}`;
