// What is durable of executions: where each is, what it went through, how it ended.
import type { Execution, ExecutionStatus, StateVisit } from "../../platform/types/workflows.ts";
import type { Store } from "../store.ts";

export type EndStatus = Exclude<ExecutionStatus, "RUNNING">;

export interface ExecutionRecord extends Execution {
  output?: unknown;
  error?: string;
  cause?: string;
  /** Set once the end has been told. */
  reported: boolean;
  /** In the order of entering; an execution goes on at the last. */
  states: StateVisit[];
}

export interface Journal {
  find(workflow: Execution["workflow"], name: string): Promise<ExecutionRecord | undefined>;
  save(record: ExecutionRecord): Promise<void>;
  /** In the order of their names; of one workflow, if one is given. */
  all(workflow?: Execution["workflow"]): Promise<ExecutionRecord[]>;
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

  async function all(workflow?: Execution["workflow"]): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    const of = workflow ? `${prefix}${workflow}~` : prefix;
    for await (const [, record] of store.list<ExecutionRecord>(of)) records.push(record);
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
