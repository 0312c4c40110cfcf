// What operators look into: the executions in the journal, with their machines.
import type { Execution, Executions } from "../../platform/types.ts";
import type { Store } from "../store.ts";
import type { AslObject } from "./definition.ts";
import { type ExecutionRecord, openJournal } from "./journal.ts";

export function createExecutions(
  store: Store,
  definitions: Record<Execution["workflow"], AslObject>,
): Executions {
  const journal = openJournal(store);
  /** In the order of starting; of two at once, of their names. */
  const placeOf = ({ startedAt, name }: Execution) => `${startedAt}~${name}`;

  return {
    async list(workflow, { limit, cursor }) {
      const after = cursor && Buffer.from(cursor, "base64url").toString();
      if (after !== undefined && !/^\d{4}-[\d-]+T[\d:.]+Z~/.test(after)) return undefined;
      const left = (await journal.all(workflow))
        .filter((record) => after === undefined || placeOf(record) < after)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const items = left.slice(0, limit).map(shown);
      const last = left.length > limit ? items.at(-1) : undefined;
      return { items, cursor: last && Buffer.from(placeOf(last)).toString("base64url") };
    },

    async find(workflow, name) {
      const record = await journal.find(workflow, name);
      if (!record) return undefined;
      const { output, error, cause, states } = record;
      return { ...shown(record), output, error, cause, visits: states, definition: definitions[workflow] };
    },
  };
}

function shown({ workflow, name, status, input, startedAt, endedAt }: ExecutionRecord): Execution {
  return { workflow, name, status, input, startedAt, endedAt };
}
