// What the web app needs to know of each workflow before it has asked the API anything: words, and how to start it.
import { definitions } from "../../core/workflow/definitions.ts";

/** A TypeScript module. */
export function workflowsModule(): string {
  const shown = Object.entries(definitions).map(
    ([name, { label, headlines, operators, request, retryWith = name, needsBackup, teardown }]) => [
      name,
      {
        label,
        headlines,
        operators,
        path: request?.path ?? null,
        retryWith,
        needsBackup: needsBackup === true,
        teardown: teardown === true,
      },
    ],
  );
  return `// Generated from core/workflow by scripts/openapi.ts.
export const workflows = ${JSON.stringify(Object.fromEntries(shown), null, 2)} as const;
`;
}
