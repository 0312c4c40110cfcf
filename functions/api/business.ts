// The business context: what the squad knows about the business it works for.
import * as z from "zod";
import * as Business from "../../core/business/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/business",
    operationId: "getBusiness",
    summary: "Get the business context; 404 until it is saved",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: Business.business,
    handler: Business.get,
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/business",
    operationId: "saveBusiness",
    summary: "Save fields of the business context",
    description: "A field that is left out keeps its value; null removes it.",
    access: { kind: "tenant", role: "member", machine: true },
    errors: ["conflict"],
    params: inTenant,
    body: Business.saveInput,
    output: Business.business,
    handler: ({ body }) => Business.save(body),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/business/approve",
    operationId: "approveBusiness",
    summary: "Approve the business context as it is",
    access: { kind: "tenant", role: "member", machine: false },
    errors: ["conflict"],
    params: inTenant,
    body: Business.approveInput,
    output: Business.business,
    handler: ({ body }) => Business.approve(body),
  }),
  route({
    method: "DELETE",
    path: "/t/{tenantId}/business",
    operationId: "removeBusiness",
    summary: "Delete the business context",
    access: { kind: "tenant", role: "admin", machine: false },
    params: inTenant,
    handler: Business.remove,
  }),
];

export const handler = serve(routes);
