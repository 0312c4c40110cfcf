// What is durable of executions: where each is, what it went through, how it ended.
import type { WorkflowName } from "../../platform/types.ts";
import type { Store } from "../store.ts";

export type EndStatus = "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";

export interface StateVisit {
  state: string;
  type: string;
  input: unknown;
  output?: unknown;
  enteredAt: string;
  exitedAt?: string;
  retries: number;
  errors: { error: string; cause: string; at: string }[];
}

export interface ExecutionRecord {
  workflow: WorkflowName;
  name: string;
  status: "RUNNING" | EndStatus;
  input: Record<string, unknown>;
  output?: unknown;
  error?: string;
  cause?: string;
  startedAt: string;
  endedAt?: string;
  /** Set once the end has been told. */
  reported: boolean;
  /** In the order of entering; an execution goes on at the last. */
  states: StateVisit[];
}

export interface Journal {
  find(workflow: WorkflowName, name: string): Promise<ExecutionRecord | undefined>;
  save(record: ExecutionRecord): Promise<void>;
  all(): Promise<ExecutionRecord[]>;
  /** Removes the oldest of what has ended and been reported, beyond the limit. */
  prune(): Promise<void>;
}

const prefix = "workflow-execution~";
const keptFinished = 500;
/** Of a machine that loops, the latest are kept. */
const keptVisits = 200;

export function openJournal(store: Store): Journal {
  const keyOf = ({ workflow, name }: Pick<ExecutionRecord, "workflow" | "name">) =>
    `${prefix}${workflow}~${name}`;
  /** Keys of what has ended, oldest first; read from the store once. */
  let finished: Promise<string[]> | undefined;

  function finishedKeys(): Promise<string[]> {
    finished ??= readFinished();
    return finished;
  }

  async function readFinished(): Promise<string[]> {
    const ended = (await all()).filter((record) => record.reported);
    return ended.sort((a, b) => (a.endedAt! < b.endedAt! ? -1 : 1)).map(keyOf);
  }

  async function all(): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    for await (const [, record] of store.list<ExecutionRecord>(prefix)) records.push(record);
    return records;
  }

  return {
    find: (workflow, name) => store.get(keyOf({ workflow, name })),
    all,
    async save(record) {
      if (record.states.length > keptVisits) record.states.splice(0, record.states.length - keptVisits);
      await store.put(keyOf(record), record);
      if (!record.reported) return;
      const keys = await finishedKeys();
      if (!keys.includes(keyOf(record))) keys.push(keyOf(record));
    },
    async prune() {
      const keys = await finishedKeys();
      const gone = keys.splice(0, Math.max(0, keys.length - keptFinished));
      await store.batch(gone.map((key) => ({ type: "del", key })));
    },
  };
}
