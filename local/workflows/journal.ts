// The durable records of executions: where each one is, which states it went through, how it ended.
import type { Execution, ExecutionStatus, StateVisit } from "../../platform/types/workflows.ts";
import type { Store } from "../store.ts";

export type EndStatus = Exclude<ExecutionStatus, "RUNNING">;

export interface ExecutionRecord extends Execution {
  output?: unknown;
  error?: string;
  cause?: string;
  /** Whether the end has been reported. */
  reported: boolean;
  /** In the order of entering; an execution resumes at the last one. */
  states: StateVisit[];
}

export interface Journal {
  find(workflow: Execution["workflow"], name: string): Promise<ExecutionRecord | undefined>;
  save(record: ExecutionRecord): Promise<void>;
  /** All records, or those of one workflow, in the order of their names. */
  all(workflow?: Execution["workflow"]): Promise<ExecutionRecord[]>;
  /** Keeps the latest 500 executions that have ended and been reported, and removes the older ones. */
  prune(): Promise<void>;
}

const prefix = "workflow-execution~";
const maxFinished = 500;
/** A machine that loops keeps its latest visits only. */
const maxVisits = 200;

export function openJournal(store: Store): Journal {
  const keyOf = ({ workflow, name }: Pick<ExecutionRecord, "workflow" | "name">) =>
    `${prefix}${workflow}~${name}`;
  /** The keys of reported executions, oldest first; read from the store once. */
  let finished: Promise<string[]> | undefined;

  function finishedKeys(): Promise<string[]> {
    finished ??= readFinished();
    return finished;
  }

  async function readFinished(): Promise<string[]> {
    const ended = (await all()).filter((record) => record.reported);
    return ended.sort((a, b) => (a.endedAt! < b.endedAt! ? -1 : 1)).map(keyOf);
  }

  async function all(workflow?: Execution["workflow"]): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    const start = workflow ? `${prefix}${workflow}~` : prefix;
    for await (const [, record] of store.list<ExecutionRecord>(start)) records.push(record);
    return records;
  }

  return {
    find: (workflow, name) => store.get(keyOf({ workflow, name })),
    all,
    async save(record) {
      if (record.states.length > maxVisits) record.states.splice(0, record.states.length - maxVisits);
      await store.put(keyOf(record), record);
      if (!record.reported) return;
      const keys = await finishedKeys();
      if (!keys.includes(keyOf(record))) keys.push(keyOf(record));
    },
    async prune() {
      const keys = await finishedKeys();
      const oldest = keys.splice(0, Math.max(0, keys.length - maxFinished));
      await store.batch(oldest.map((key) => ({ type: "del", key })));
    },
  };
}
