// The parts of a task, by their numbers as task:view shows them.
import type { Command } from "commander";
import type { Schemas } from "../../client/index.ts";
import { type Connection, connect } from "../connection.ts";
import { subtaskLine } from "../format.ts";
import { agentId, byOption, count } from "../input.ts";
import { print } from "../output.ts";

type Subtask = Schemas["Subtask"];

const deeds = [
  ["subtask:check", "done", "finish a part"],
  ["subtask:uncheck", "pending", "open a part again"],
  ["subtask:progress", "in_progress", "begin a part"],
  ["subtask:block", "blocked", "say that a part waits for something; the task's creator is told"],
] as const satisfies [string, Subtask["status"], string][];

export function addSubtaskCommands(program: Command): void {
  program
    .command("subtask:add")
    .description("add a part to a task")
    .argument("<task>", "its id, tsk_…")
    .argument("<title>")
    .option("--assign <agent>", "whose it is", agentId)
    .option("--description <text>")
    .addOption(byOption())
    .action(async (taskId: string, title: string, options: AddOptions, command: Command) => {
      const { api, path, ask } = connect();
      const { assign: assignee, description, by } = options;
      const added = await ask((header) =>
        api.POST("/t/{tenantId}/tasks/{taskId}/subtasks", {
          params: { path: { ...path, taskId }, header },
          body: { title: title.trim(), description: description?.trim(), assignee, by },
        }),
      );
      print(command, added, (part) => `Added to ${taskId}: ${subtaskLine(part)}`);
    });

  for (const [name, status, description] of deeds)
    program
      .command(name)
      .description(description)
      .argument("<task>", "its id, tsk_…")
      .argument("<number>", "as task:view shows it", count)
      .addOption(byOption())
      .option("--reason <text>", "what it waits for; for subtask:block")
      .action(async (taskId: string, index: number, options: SetOptions, command: Command) => {
        const connection = connect();
        const { subtaskId } = await partOf(connection, taskId, index);
        const reason = status === "blocked" ? options.reason?.trim() : undefined;
        const { api, path, ask } = connection;
        const changed = await ask(() =>
          api.PATCH("/t/{tenantId}/tasks/{taskId}/subtasks/{subtaskId}", {
            params: { path: { ...path, taskId, subtaskId } },
            body: { status, reason, by: options.by },
          }),
        );
        print(command, changed, (part) => `${taskId} ${subtaskLine(part)}`);
      });
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

/** The part with this number. Throws an `Error` that says which there are. */
async function partOf({ api, path, ask }: Connection, taskId: string, index: number): Promise<Subtask> {
  const { items } = await ask(() =>
    api.GET("/t/{tenantId}/tasks/{taskId}", { params: { path: { ...path, taskId } } }),
  );
  const part = items.find((each) => each.index === index);
  if (part) return part;
  if (items.length === 0) throw new Error(`${taskId} has no subtasks. Add one with subtask:add.`);
  throw new Error(
    `${taskId} has no subtask ${index}; they are 1 to ${items.length}. See task:view ${taskId}.`,
  );
}
