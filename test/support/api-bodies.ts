// A valid query and body for each route: from its schema, or written here where the schema is not enough.
import * as z from "zod";
import type { Route } from "../../functions/http/route.ts";
import { exampleOf, type Json } from "../../scripts/openapi/example.ts";
import { routeOf } from "./api-call.ts";
import type { Workspace } from "./api-workspace.ts";

let count = 0;

/** Bodies that depend on the world, or must differ each time. */
const bodies: Record<string, (workspace: Workspace) => unknown> = {
  createTenant: () => ({ name: `another-${++count}` }),
  createInvitation: () => ({ email: `guest-${++count}@example.com`, role: "viewer" }),
  changeMember: () => ({ role: "member" }),
  transferOwnership: ({ ids }) => ({ userId: ids.userId }),
  updateTask: () => ({ title: "Another title" }),
  assignTask: () => ({ add: ["pixel"] }),
  updateSubtask: () => ({ status: "in_progress" }),
  notifyAgent: () => ({ agentId: "inky", content: "Look at the brief" }),
  confirmRead: () => ({ notificationIds: ["ntf_01JD8VQ3N8M5T0YB1S7C2W4X6Z"] }),
  registerAgent: () => ({ agentId: `agent-${++count}`, name: `Agent ${count}`, role: "Analyst" }),
  saveBusiness: () => ({ url: "https://acme.example" }),
  updateDocument: () => ({ title: "Another title" }),
  grantOperator: () => ({ email: "owner@example.com", role: "viewer" }),
  breakGlass: () => ({ reason: "The customer asked us to look" }),
  reportReady: () => ({ bootId: "boot", version: "1", agents: ["main"] }),
};

/** The JSON schema of a body. */
export function bodySchemaOf(operationId: string): Json | undefined {
  const { body } = routeOf(operationId).route;
  return body && (z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as Json);
}

/** A valid body with only the required fields; undefined where the route has no body. */
export function exampleBodyOf(operationId: string, workspace: Workspace): Json | undefined {
  const schema = bodySchemaOf(operationId);
  if (!schema) return undefined;
  const given = bodies[operationId]?.(workspace);
  if (given) return given as Json;
  const definitions = (schema.$defs ?? {}) as Record<string, Json>;
  return exampleOf(schema, { optional: false, component: (name) => definitions[name] ?? {} }) as Json;
}

/** A valid query with only the required parameters. */
export function queryOf({ query }: Route): Record<string, string> | undefined {
  if (!query) return undefined;
  const schema = z.toJSONSchema(query, { io: "input", unrepresentable: "any" }) as Json;
  const example = exampleOf(schema, { optional: false, component: () => ({}) }) as Json;
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, String(value)]));
}
