// The business context: what the squad knows of the business it works for.
import * as z from "zod";
import { approve, approveInput, business, get, remove, save, saveInput } from "../../core/business/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/business",
    operationId: "getBusiness",
    summary: "The business context; 404 before it is saved",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: business,
    handler: get,
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/business",
    operationId: "saveBusiness",
    summary: "Save what is given of the business context; null removes a field",
    access: { kind: "tenant", role: "member", machine: true },
    errors: ["conflict"],
    params: inTenant,
    body: saveInput,
    output: business,
    handler: ({ body }) => save(body),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/business/approve",
    operationId: "approveBusiness",
    summary: "Agree with the business context as it is",
    access: { kind: "tenant", role: "member", machine: false },
    errors: ["conflict"],
    params: inTenant,
    body: approveInput,
    output: business,
    handler: ({ body }) => approve(body),
  }),
  route({
    method: "DELETE",
    path: "/t/{tenantId}/business",
    operationId: "removeBusiness",
    summary: "Forget the business context",
    access: { kind: "tenant", role: "admin", machine: false },
    params: inTenant,
    handler: remove,
  }),
];

export const handler = serve(routes);
