// The title and the text above a run.

import { workflows } from "../../../client/workflows.gen.ts";
import { capitalize } from "../capitalize.ts";
import type { Run } from "../queries.ts";

export const hasEnded = (run: Run | undefined): boolean =>
  run !== undefined && ["succeeded", "failed", "rollback_incomplete"].includes(run.status);

/** `name` is the workspace's. */
export function headline(
  { workflow, status }: Run,
  name: string | undefined,
): { title: string; text: string } {
  const { title, text } = workflows[workflow].headlines[status === "pending" ? "running" : status];
  const named = title.replace("{workspace}", name ? `“${name}”` : "your workspace");
  return { title: capitalize(named), text };
}
