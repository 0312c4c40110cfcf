// What `clawe task:view` prints, for tests of the offline model.

export const task = "tsk_01JABCDEFGHJKMNPQRSTVWXYZ0";
export const other = "tsk_01JABCDEFGHJKMNPQRSTVWXYZ1";

interface View {
  status?: string;
  assignees?: string;
  subtasks?: string[];
  comments?: string[];
  title?: string;
}

/** The output for a task; it contains an error in its description. */
export function view({
  status = "assigned",
  assignees = "inky",
  subtasks,
  comments,
  title,
}: View = {}): string {
  return [
    `${task} "${title ?? "Launch post"}"`,
    `status: ${status}`,
    "priority: high",
    `assignees: ${assignees}`,
    "description: The page shows this:",
    "Error: not found",
    "subtasks:",
    ...(subtasks ?? ["1. [x] Research", "2. [ ] Outline", "3. [ ] Draft"]),
    "comments:",
    ...(comments ?? []),
  ].join("\n");
}
