// Subtasks, by their numbers as task:view shows them.
import type { Command } from "commander";
import type { Schemas } from "../../client/index.ts";
import { inWorkspace } from "../action.ts";
import type { Connection } from "../connection.ts";
import { subtaskLine } from "../format.ts";
import { agentId, byOption, wholeNumber } from "../input.ts";

type Subtask = Schemas["Subtask"];

const statusCommands = [
  ["subtask:check", "done", "finish a subtask"],
  ["subtask:uncheck", "pending", "reopen a subtask"],
  ["subtask:progress", "in_progress", "begin a subtask"],
  ["subtask:block", "blocked", "mark a subtask as blocked, which notifies the task's creator"],
] as const satisfies [string, Subtask["status"], string][];

export function addSubtaskCommands(program: Command): void {
  program
    .command("subtask:add")
    .description("add a subtask to a task")
    .argument("<task>", "its id, tsk_…")
    .argument("<title>")
    .option("--assign <agent>", "the agent who does it", agentId)
    .option("--description <text>")
    .addOption(byOption())
    .action(
      inWorkspace(
        async ({ api, path, request, print }, taskId: string, title: string, options: AddOptions) => {
          const { assign: assignee, description, by } = options;
          const added = await request((header) =>
            api.POST("/t/{tenantId}/tasks/{taskId}/subtasks", {
              params: { path: { ...path, taskId }, header },
              body: { title: title.trim(), description: description?.trim(), assignee, by },
            }),
          );
          print(added, (subtask) => `Added to ${taskId}: ${subtaskLine(subtask)}`);
        },
      ),
    );

  for (const [name, status, description] of statusCommands)
    program
      .command(name)
      .description(description)
      .argument("<task>", "its id, tsk_…")
      .argument("<number>", "as task:view shows it", wholeNumber)
      .addOption(byOption())
      .option("--reason <text>", "what it waits for; only for subtask:block")
      .action(
        inWorkspace(async ({ print, ...connection }, taskId: string, index: number, options: SetOptions) => {
          const { api, path, request } = connection;
          const { subtaskId } = await subtaskByIndex(connection, taskId, index);
          const reason = status === "blocked" ? options.reason?.trim() : undefined;
          const changed = await request(() =>
            api.PATCH("/t/{tenantId}/tasks/{taskId}/subtasks/{subtaskId}", {
              params: { path: { ...path, taskId, subtaskId } },
              body: { status, reason, by: options.by },
            }),
          );
          print(changed, (subtask) => `${taskId} ${subtaskLine(subtask)}`);
        }),
      );
}

interface AddOptions {
  assign?: string;
  description?: string;
  by?: string;
}
interface SetOptions {
  by?: string;
  reason?: string;
}

/** The subtask with this number. Throws an `Error` that says which numbers exist. */
async function subtaskByIndex(
  { api, path, request }: Connection,
  taskId: string,
  index: number,
): Promise<Subtask> {
  const { items } = await request(() =>
    api.GET("/t/{tenantId}/tasks/{taskId}", { params: { path: { ...path, taskId } } }),
  );
  const subtask = items.find((each) => each.index === index);
  if (subtask) return subtask;
  if (items.length === 0) throw new Error(`${taskId} has no subtasks. Add one with subtask:add.`);
  throw new Error(
    `${taskId} has no subtask ${index}; they are 1 to ${items.length}. See task:view ${taskId}.`,
  );
}
