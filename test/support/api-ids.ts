// A value for every path parameter of the API, made by calling the API.
import type { Route } from "../../functions/http/route.ts";
import { exampleBodyOf } from "./api-bodies.ts";
import { allRoutes, callApi } from "./api-call.ts";
import type { Workspace } from "./api-workspace.ts";

/** How to make what a path parameter names. A route with any other parameter fails every proof until it is added here. */
const makers: Record<string, (workspace: Workspace) => Promise<string>> = {
  agentId: async () => "inky",
  channel: async () => "telegram",
  workflow: async () => "provision",
  chatId: (workspace) => make(workspace, "askAgent", ["chatId"]),
  routineId: (workspace) => make(workspace, "createRoutine", ["routineId"]),
  documentId: (workspace) => make(workspace, "createDocument", ["documentId"]),
  userId: async ({ join }) => (await join("viewer")).userId,
  taskId: (workspace) => make(workspace, "createTask", ["taskId"]),
  subtaskId: (workspace) => make(workspace, "addSubtask", ["subtaskId"]),
  invitationId: (workspace) => make(workspace, "createInvitation", ["invitationId"]),
};

async function make(workspace: Workspace, operationId: string, at: string[]): Promise<string> {
  const { status, body } = await callApi(operationId, {
    token: workspace.owner.token,
    params: workspace.ids,
    body: exampleBodyOf(operationId, workspace),
  });
  const id = at.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    body,
  );
  if (typeof id !== "string") throw new Error(`${operationId} answered ${status}: ${JSON.stringify(body)}`);
  return id;
}

/** A new object for the path's last parameter: for calls that consume it. */
export async function fresh({ path }: Route, workspace: Workspace): Promise<Record<string, string>> {
  const last = parametersOf(path).at(-1);
  if (!last || last === "tenantId" || last === "accountId") return workspace.ids;
  return { ...workspace.ids, [last]: await makeId(workspace, last) };
}

function makeId(workspace: Workspace, name: string): Promise<string> {
  const maker = makers[name];
  const given = workspace.ids[name];
  if (!maker && given) return Promise.resolve(given);
  if (!maker) throw new Error(`A route has {${name}}: add a maker for it to test/support/api-ids.ts`);
  return maker(workspace);
}

export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const parameters = new Set(allRoutes.flatMap(({ route }) => parametersOf(route.path)));

/** Makes what each parameter of the API names, in `workspace`. */
export async function makeIds(workspace: Workspace): Promise<void> {
  for (const name of parameters) workspace.ids[name] ??= await makeId(workspace, name);
}
