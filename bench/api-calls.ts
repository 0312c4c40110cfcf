// The requests that the API suite measures: those that the board makes most.
import type { Call } from "../test/support/api-call.ts";
import type { BenchWorld } from "./api-world.ts";

const bodies: Record<string, (turn: number) => unknown> = {
  getMe: () => undefined,
  getTenant: () => undefined,
  listTasks: () => undefined,
  getTask: () => undefined,
  listAgents: () => undefined,
  listActivities: () => undefined,
  listComments: () => undefined,
  setTaskStatus: (turn) => ({ status: turn % 2 ? "assigned" : "in_progress" }),
  commentOnTask: () => ({ text: "Looks good. @inky please go on." }),
  createTask: () => ({ title: "Write the launch post" }),
};

export const operationIds = Object.keys(bodies);

/** `turn` varies the request, so that each one changes something. */
export function callOf(operationId: string, world: BenchWorld, turn: number): Call {
  const { accountId, tenantId, taskId, token } = world;
  return { token, params: { accountId, tenantId, taskId }, body: bodies[operationId]!(turn) };
}
