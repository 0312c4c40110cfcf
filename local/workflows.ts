// Step Functions in this process: runs the deployed state machines, durably, and tells how each execution ended.
import type { WorkflowName, Workflows } from "../platform/types/workflows.ts";
import { backoffMs, wait } from "./backoff.ts";
import { createSerial } from "./serial.ts";
import type { Store } from "./store.ts";
import { type AslObject, prepare } from "./workflows/definition.ts";
import { type RunningExecution, runExecution } from "./workflows/execution.ts";
import { type EndStatus, type ExecutionRecord, openJournal } from "./workflows/journal.ts";
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
  /** Calls the function that a task names: `${SomeStep}` comes as `SomeStep`. */
  invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  /** Called for every end, at least once. */
  onEnd: (execution: EndedExecution) => Promise<void>;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** Shortens retry delays and Wait states, for tests. */
  timeScale?: number;
  /** The longest that a task may take, whatever its own timeout; for tests. */
  stepSeconds?: number;
}

export interface LocalWorkflows extends Workflows {
  /** Continues what a former process left unfinished. */
  resume(): Promise<void>;
  /** False when no execution of that name is running. */
  abort(name: string): Promise<boolean>;
  /** Newest first, without their states. */
  executions(): Promise<Omit<ExecutionRecord, "states">[]>;
  execution(name: string): Promise<ExecutionRecord | undefined>;
  /** Resolves when no execution is running and every end has been told. */
  idle(): Promise<void>;
  /** Leaves unfinished executions where they are, for `resume`. */
  stop(): Promise<void>;
}

export function createWorkflows(options: WorkflowsOptions): LocalWorkflows {
  const { store, definitions, invoke, onEnd, clock = Date.now, timeScale = 1, stepSeconds } = options;
  const journal = openJournal(store);
  const tokens = createTaskTokens();
  const serially = createSerial();
  const stopping = new AbortController();
  const running = new Map<string, { execution?: RunningExecution; ended: Promise<void> }>();
  const machines = new Map(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      prepare(definition, timeScale, stepSeconds),
    ]),
  );

  function run(record: ExecutionRecord): void {
    const key = `${record.workflow}~${record.name}`;
    const definition = machines.get(record.workflow);
    if (!definition) throw new Error(`There is no workflow ${record.workflow}`);
    const execution = runExecution(definition, record, { journal, tokens, invoke, clock });
    const ended = execution.done.then(() => report(record));
    track(key, ended, execution);
  }

  function track(key: string, work: Promise<void>, execution?: RunningExecution): void {
    const ended = work
      .catch((error: unknown) => console.error(`Execution ${key} could not be finished:`, error))
      .finally(() => running.delete(key));
    running.set(key, { execution, ended });
  }

  /** Tells the end until it is heard; a later process tells it when this one cannot. */
  async function report(record: ExecutionRecord): Promise<void> {
    if (record.status === "RUNNING") return;
    const { workflow, name, status, input, output, error, cause } = record;
    for (let failed = 0; ; ) {
      try {
        await onEnd({ workflow, name, status, input, output, error, cause });
        break;
      } catch (reason) {
        failed += 1;
        console.error(`The end of execution ${name} was not heard:`, reason);
        await wait(backoffMs(failed), stopping.signal);
        if (stopping.signal.aborted) return;
      }
    }
    await journal.save(Object.assign(record, { reported: true }));
    await journal.prune();
  }

  return {
    start: (workflow, name, input) =>
      serially(async () => {
        if (await journal.find(workflow, name)) return;
        const startedAt = new Date(clock()).toISOString();
        const record: ExecutionRecord = {
          workflow,
          name,
          status: "RUNNING",
          input: structuredClone(input),
          startedAt,
          reported: false,
          states: [],
        };
        await journal.save(record);
        run(record);
      }),

    succeed: async (taskToken, output) => tokens.succeed(taskToken, output),
    fail: async (taskToken, error, cause) => tokens.fail(taskToken, error, cause),

    resume: () =>
      serially(async () => {
        for (const record of await journal.all()) {
          const key = `${record.workflow}~${record.name}`;
          if (running.has(key) || record.reported) continue;
          if (record.status === "RUNNING") run(record);
          else track(key, report(record));
        }
      }),

    async abort(name) {
      const found = [...running]
        .filter(([key, { execution }]) => execution && key.endsWith(`~${name}`))
        .map(([, entry]) => entry);
      for (const { execution } of found) execution?.abort();
      await Promise.all(found.map(({ ended }) => ended));
      return found.length > 0;
    },

    async executions() {
      const records = await journal.all();
      return records
        .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
        .map(({ states: _states, ...record }) => record);
    },

    async execution(name) {
      for (const workflow of machines.keys()) {
        const record = await journal.find(workflow as WorkflowName, name);
        if (record) return record;
      }
      return undefined;
    },

    async idle() {
      await serially(async () => undefined);
      while (running.size > 0) await Promise.all([...running.values()].map(({ ended }) => ended));
    },

    async stop() {
      stopping.abort();
      await serially(async () => undefined);
      const left = [...running.values()];
      for (const { execution } of left) execution?.halt();
      await Promise.all(left.map(({ ended }) => ended));
    },
  };
}
