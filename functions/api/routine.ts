// Routines: recurring work on a schedule. Only people create them.
import * as z from "zod";
import * as Routine from "../../core/routine/index.ts";
import * as Task from "../../core/task/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const ofRoutine = inTenant.extend({ routineId: idOf("routine") });
const readers = { kind: "tenant", role: "viewer", machine: true } as const;
const people = { kind: "tenant", role: "member", machine: false } as const;

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/routines",
    operationId: "listRoutines",
    summary: "List the workspace's routines, oldest first",
    access: readers,
    params: inTenant,
    output: z.object({ items: z.array(Routine.routine) }),
    handler: Routine.list,
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/routines",
    operationId: "createRoutine",
    summary: "Create a routine; a workspace can have fifty",
    access: people,
    params: inTenant,
    body: Routine.createInput,
    output: Routine.routine,
    status: 201,
    handler: ({ body }) => Routine.create(body),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/routines/{routineId}",
    operationId: "getRoutine",
    summary: "Get a routine",
    access: readers,
    params: ofRoutine,
    output: Routine.routine,
    handler: ({ params }) => Routine.get(params.routineId),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/routines/{routineId}",
    operationId: "updateRoutine",
    summary: "Change a routine, or switch it on or off",
    access: people,
    errors: ["conflict"],
    params: ofRoutine,
    body: Routine.updateInput,
    output: Routine.routine,
    handler: ({ params, body }) => Routine.update({ routineId: params.routineId, input: body }),
  }),
  route({
    method: "DELETE",
    path: "/t/{tenantId}/routines/{routineId}",
    operationId: "deleteRoutine",
    summary: "Delete a routine; the tasks that it created stay",
    access: people,
    params: ofRoutine,
    handler: ({ params }) => Routine.remove(params.routineId),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/routines/{routineId}/trigger",
    operationId: "triggerRoutine",
    summary: "Create the routine's task now",
    access: people,
    errors: ["conflict"],
    params: ofRoutine,
    output: Task.task,
    status: 201,
    handler: ({ params }) => Routine.trigger(params.routineId),
  }),
];

export const handler = serve(routes);
