// Tasks and their comments.
import { Argument, type Command, Option } from "commander";
import type { Schemas } from "../../client/index.ts";
import { allPages } from "../../client/pages.ts";
import type { operations } from "../../client/schema.gen.ts";
import { type Connection, connect } from "../connection.ts";
import { assignedText, createdText, statusText, tasksText, taskText } from "../format.ts";
import { agentId, byOption, jsonObject, moreAgents } from "../input.ts";
import { print } from "../output.ts";

type Task = Schemas["Task"];
type Plan = operations["planTask"]["requestBody"]["content"]["application/json"];

const openStatuses = ["inbox", "assigned", "in_progress", "review"] as const satisfies Task["status"][];
const statuses = [...openStatuses, "done"] as const satisfies Task["status"][];
const priorities = ["low", "normal", "high", "urgent"] as const satisfies Task["priority"][];

export function addTaskCommands(program: Command): void {
  program
    .command("tasks")
    .description("an agent's tasks that are not done, or those of one status")
    .argument("<sessionKey>", "the agent", agentId)
    .addOption(new Option("--status <status>").choices(statuses))
    .action(async (assignee: string, { status }: { status?: Task["status"] }, command: Command) => {
      const connection = connect();
      // By status, because that reads the open tasks only, however many are done.
      const lists = await Promise.all(
        (status ? [status] : openStatuses).map((status) => tasksOf(connection, { assignee, status })),
      );
      print(command, { items: lists.flat() }, ({ items }) => tasksText(items));
    });

  program
    .command("task:create")
    .description("create a task; without --assign it goes to the inbox")
    .argument("<title>")
    .option("--assign <agent>", "whose it is; may be repeated", moreAgents)
    .addOption(byOption())
    .addOption(new Option("--priority <priority>").choices(priorities))
    .option("--description <text>")
    .action(async (title: string, options: CreateOptions, command: Command) => {
      const { api, path, ask } = connect();
      const { assign: assignees, description, priority, by } = options;
      const body = { title: title.trim(), description: description?.trim(), priority, assignees, by };
      const made = await ask((header) => api.POST("/t/{tenantId}/tasks", { params: { path, header }, body }));
      print(command, made, createdText);
    });

  program
    .command("task:plan")
    .description("create a task, its subtasks and their assignments at once")
    .argument(
      "<json>",
      "{title, description?, priority?, assignee?, by?, subtasks:[{title, description?, assign?}]}; - reads it from standard input",
    )
    .action(async (json: string, _options: object, command: Command) => {
      const { api, path, ask } = connect();
      // The API checks the fields and names those that are wrong.
      const body = (await jsonObject(json, "plan")) as Plan;
      const made = await ask((header) => api.POST("/t/{tenantId}/plans", { params: { path, header }, body }));
      print(command, made, createdText);
    });

  program
    .command("task:view")
    .description("a task with its subtasks and comments")
    .argument("<task>", "its id, tsk_…")
    .action(async (taskId: string, _options: object, command: Command) => {
      const { api, path: inTenant, ask } = connect();
      const path = { ...inTenant, taskId };
      const [task, messages] = await Promise.all([
        ask(() => api.GET("/t/{tenantId}/tasks/{taskId}", { params: { path } })),
        allPages((cursor) =>
          ask(() =>
            api.GET("/t/{tenantId}/tasks/{taskId}/comments", {
              params: { path, query: { limit: 100, cursor } },
            }),
          ),
        ),
      ]);
      print(command, { ...task, messages }, () => taskText(task, messages));
    });

  program
    .command("task:status")
    .description("move a task")
    .argument("<task>", "its id, tsk_…")
    .addArgument(new Argument("<status>").choices(statuses))
    .addOption(byOption())
    .action(async (taskId: string, status: Task["status"], { by }: { by?: string }, command: Command) => {
      const { api, path, ask } = connect();
      const moved = await ask(() =>
        api.PUT("/t/{tenantId}/tasks/{taskId}/status", {
          params: { path: { ...path, taskId } },
          body: { status, by },
        }),
      );
      print(command, moved, statusText);
    });

  program
    .command("task:assign")
    .description("give a task to an agent, who is told")
    .argument("<task>", "its id, tsk_…")
    .argument("<agent>", "whose it is", agentId)
    .option("--remove", "take it from the agent instead")
    .addOption(byOption())
    .action(
      async (taskId: string, agent: string, options: { remove?: true; by?: string }, command: Command) => {
        const { api, path, ask } = connect();
        const change = options.remove ? { remove: [agent] } : { add: [agent] };
        const assigned = await ask(() =>
          api.PATCH("/t/{tenantId}/tasks/{taskId}/assignees", {
            params: { path: { ...path, taskId } },
            body: { ...change, by: options.by },
          }),
        );
        print(command, assigned, assignedText);
      },
    );

  program
    .command("task:comment")
    .description("comment on a task; @name notifies an agent")
    .argument("<task>", "its id, tsk_…")
    .argument("<text>")
    .addOption(byOption())
    .action(async (taskId: string, text: string, { by }: { by?: string }, command: Command) => {
      const { api, path, ask } = connect();
      const written = await ask((header) =>
        api.POST("/t/{tenantId}/tasks/{taskId}/comments", {
          params: { path: { ...path, taskId }, header },
          body: { text: text.trim(), by },
        }),
      );
      print(command, written, () => `Commented on ${written.taskId}`);
    });
}

interface CreateOptions {
  assign?: string[];
  by?: string;
  priority?: Task["priority"];
  description?: string;
}

function tasksOf(
  { api, path, ask }: Connection,
  filter: { assignee: string; status: Task["status"] },
): Promise<Task[]> {
  return allPages((cursor) =>
    ask(() => api.GET("/t/{tenantId}/tasks", { params: { path, query: { ...filter, limit: 100, cursor } } })),
  );
}
