// Tasks and their comments.
import { Argument, type Command, Option } from "commander";
import type { Schemas } from "../../client/index.ts";
import type { operations } from "../../client/schema.gen.ts";
import { inWorkspace } from "../action.ts";
import { allPages, type Connection } from "../connection.ts";
import { assignedText, createdText, statusText, tasksText, taskText } from "../format.ts";
import { agentId, agentIds, byOption, jsonObject } from "../input.ts";

type Task = Schemas["Task"];
type Plan = operations["planTask"]["requestBody"]["content"]["application/json"];

const openStatuses = ["inbox", "assigned", "in_progress", "review"] as const satisfies Task["status"][];
const statuses = [...openStatuses, "done"] as const satisfies Task["status"][];
const priorities = ["low", "normal", "high", "urgent"] as const satisfies Task["priority"][];

export function addTaskCommands(program: Command): void {
  addReading(program);
  addCreating(program);
  addChanging(program);
  addAssigning(program);
}

function addReading(program: Command): void {
  program
    .command("tasks")
    .description("list an agent's open tasks, or its tasks of one status")
    .argument("<sessionKey>", "the agent", agentId)
    .addOption(new Option("--status <status>").choices(statuses))
    .action(
      inWorkspace(
        async ({ print, ...connection }, assignee: string, { status }: { status?: Task["status"] }) => {
          // Reads one list per status, so that done tasks are not read at all.
          const lists = await Promise.all(
            (status ? [status] : openStatuses).map((status) => tasksOf(connection, { assignee, status })),
          );
          print({ items: lists.flat() }, ({ items }) => tasksText(items));
        },
      ),
    );

  program
    .command("task:view")
    .description("show a task with its subtasks and comments")
    .argument("<task>", "its id, tsk_…")
    .action(
      inWorkspace(async ({ print, ...connection }, taskId: string) => {
        const { api, request } = connection;
        const path = { ...connection.path, taskId };
        const [task, messages] = await Promise.all([
          request(() => api.GET("/t/{tenantId}/tasks/{taskId}", { params: { path } })),
          allPages(connection, (query) =>
            api.GET("/t/{tenantId}/tasks/{taskId}/comments", { params: { path, query } }),
          ),
        ]);
        print({ ...task, messages }, () => taskText(task, messages));
      }),
    );
}

function addCreating(program: Command): void {
  program
    .command("task:create")
    .description("create a task; without --assign it goes to the inbox")
    .argument("<title>")
    .option("--assign <agent>", "the agent who does it; may be repeated", agentIds)
    .addOption(byOption())
    .addOption(new Option("--priority <priority>").choices(priorities))
    .option("--description <text>")
    .action(
      inWorkspace(async ({ api, path, request, print }, title: string, options: CreateOptions) => {
        const { assign: assignees, description, priority, by } = options;
        const body = { title: title.trim(), description: description?.trim(), priority, assignees, by };
        const created = await request((header) =>
          api.POST("/t/{tenantId}/tasks", { params: { path, header }, body }),
        );
        print(created, createdText);
      }),
    );

  program
    .command("task:plan")
    .description("create a task, its subtasks and their assignments in one step")
    .argument(
      "<json>",
      "{title, description?, priority?, assignee?, by?, subtasks:[{title, description?, assign?}]}; - reads it from standard input",
    )
    .action(
      inWorkspace(async ({ api, path, request, print }, json: string) => {
        // The API checks the fields and names those that are wrong.
        const body = (await jsonObject(json, "plan")) as Plan;
        const created = await request((header) =>
          api.POST("/t/{tenantId}/plans", { params: { path, header }, body }),
        );
        print(created, createdText);
      }),
    );
}

function addChanging(program: Command): void {
  program
    .command("task:status")
    .description("change a task's status")
    .argument("<task>", "its id, tsk_…")
    .addArgument(new Argument("<status>").choices(statuses))
    .addOption(byOption())
    .action(
      inWorkspace(
        async (
          { api, path, request, print },
          taskId: string,
          status: Task["status"],
          { by }: { by?: string },
        ) => {
          const changed = await request(() =>
            api.PUT("/t/{tenantId}/tasks/{taskId}/status", {
              params: { path: { ...path, taskId } },
              body: { status, by },
            }),
          );
          print(changed, statusText);
        },
      ),
    );

  program
    .command("task:comment")
    .description("comment on a task; @name notifies an agent")
    .argument("<task>", "its id, tsk_…")
    .argument("<text>")
    .addOption(byOption())
    .action(
      inWorkspace(
        async ({ api, path, request, print }, taskId: string, text: string, { by }: { by?: string }) => {
          const comment = await request((header) =>
            api.POST("/t/{tenantId}/tasks/{taskId}/comments", {
              params: { path: { ...path, taskId }, header },
              body: { text: text.trim(), by },
            }),
          );
          print(comment, () => `Commented on ${comment.taskId}`);
        },
      ),
    );
}

function addAssigning(program: Command): void {
  program
    .command("task:assign")
    .description("assign a task to an agent and notify the agent")
    .argument("<task>", "its id, tsk_…")
    .argument("<agent>", "the agent who does it", agentId)
    .option("--remove", "remove the agent from the task instead")
    .addOption(byOption())
    .action(
      inWorkspace(
        async ({ api, path, request, print }, taskId: string, agent: string, options: AssignOptions) => {
          const change = options.remove ? { remove: [agent] } : { add: [agent] };
          const assigned = await request(() =>
            api.PATCH("/t/{tenantId}/tasks/{taskId}/assignees", {
              params: { path: { ...path, taskId } },
              body: { ...change, by: options.by },
            }),
          );
          print(assigned, assignedText);
        },
      ),
    );
}

interface CreateOptions {
  assign?: string[];
  by?: string;
  priority?: Task["priority"];
  description?: string;
}
interface AssignOptions {
  remove?: true;
  by?: string;
}

function tasksOf(
  connection: Connection,
  filter: { assignee: string; status: Task["status"] },
): Promise<Task[]> {
  const { api, path } = connection;
  return allPages(connection, (page) =>
    api.GET("/t/{tenantId}/tasks", { params: { path, query: { ...filter, ...page } } }),
  );
}
