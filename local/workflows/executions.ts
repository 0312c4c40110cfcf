// Reads executions and their machines from the journal, for operators.
import type { Execution, ExecutionPlace, Executions } from "../../platform/types/workflows.ts";
import type { Store } from "../store.ts";
import type { AslObject } from "./definition.ts";
import { type ExecutionRecord, openJournal } from "./journal.ts";

export function createExecutions(
  store: Store,
  definitions: Record<Execution["workflow"], AslObject>,
): Executions {
  const journal = openJournal(store);
  const placeOf = ({ startedAt, name }: ExecutionPlace) => `${startedAt}~${name}`;

  return {
    async list(workflows, { limit, before }) {
      const records = await Promise.all(workflows.map((workflow) => journal.all(workflow)));
      return records
        .flat()
        .filter((record) => !before || placeOf(record) < placeOf(before))
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
        .slice(0, limit)
        .map(toExecution);
    },

    async find(workflow, name) {
      const record = await journal.find(workflow, name);
      if (!record) return undefined;
      const { output, error, cause, states } = record;
      return {
        ...toExecution(record),
        output,
        error,
        cause,
        visits: states,
        definition: definitions[workflow],
      };
    },
  };
}

function toExecution({ workflow, name, status, input, startedAt, endedAt }: ExecutionRecord): Execution {
  return { workflow, name, status, input, startedAt, endedAt };
}
