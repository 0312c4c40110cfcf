// For operators of the service: metadata of all tenants, failures with their causes, the audit log, break-glass.
import * as z from "zod";
import * as Audit from "../../core/audit/index.ts";
import * as BreakGlass from "../../core/operator/break-glass.ts";
import * as Operator from "../../core/operator/index.ts";
import * as Lanes from "../../core/operator/lanes.ts";
import * as Tenants from "../../core/operator/tenants.ts";
import * as Evidence from "../../core/run/evidence.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/ops/operators",
    operationId: "listOperators",
    summary: "List the operators of the service",
    access: { kind: "operator", role: "viewer" },
    output: z.object({ items: z.array(Operator.operator) }),
    handler: async () => ({ items: await Operator.list() }),
  }),
  route({
    method: "POST",
    path: "/ops/operators",
    operationId: "grantOperator",
    summary: "Make a user an operator, or change their role",
    description: "The user must have signed in once.",
    access: { kind: "operator", role: "admin" },
    body: Operator.grantInput,
    output: Operator.operator,
    errors: ["not_found", "conflict"],
    handler: ({ body }) => Operator.grant(body),
  }),
  route({
    method: "DELETE",
    path: "/ops/operators/{userId}",
    operationId: "revokeOperator",
    summary: "Revoke an operator's role immediately",
    access: { kind: "operator", role: "admin" },
    params: z.object({ userId: idOf("user") }),
    errors: ["conflict"],
    handler: ({ params }) => Operator.revoke(params.userId),
  }),
  route({
    method: "GET",
    path: "/ops/tenants",
    operationId: "listAllTenants",
    summary: "List all workspaces, newest first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Tenants.tenantMetadata),
    handler: ({ query }) => Tenants.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}",
    operationId: "inspectTenant",
    summary: "Get the metadata of a workspace and of its squadhub",
    access: { kind: "operator", role: "viewer" },
    params: inTenant,
    output: Tenants.tenantDetails,
    handler: Tenants.get,
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/runs",
    operationId: "inspectRuns",
    summary: "List a workspace's runs with their evidence, newest first",
    access: { kind: "operator", role: "viewer" },
    params: inTenant,
    query: pageQuery,
    output: pageOf(Evidence.runWithEvidence),
    handler: ({ query }) => Evidence.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/runs/failed",
    operationId: "listFailedRuns",
    summary: "List the runs of all workspaces that failed in the last 90 days, newest first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Evidence.runWithEvidence),
    handler: ({ query }) => Evidence.listFailed(query),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/lanes",
    operationId: "inspectLanes",
    summary: "List a workspace's lanes with their state and the number of pending notifications",
    access: { kind: "operator", role: "viewer" },
    params: inTenant,
    output: z.object({ items: z.array(Lanes.laneState) }),
    handler: async () => ({ items: await Lanes.list() }),
  }),
  route({
    method: "GET",
    path: "/ops/lanes",
    operationId: "listParkedLanes",
    summary: "List the parked lanes of all workspaces, the next to retry first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Lanes.parkedLane),
    handler: ({ query }) => Lanes.listParked(query),
  }),
  route({
    method: "GET",
    path: "/ops/dead-letters",
    operationId: "listDeadLetters",
    summary: "List the doorbells in the dead-letter queue",
    access: { kind: "operator", role: "viewer" },
    output: z.object({ items: z.array(Lanes.deadLetter) }),
    handler: async () => ({ items: await Lanes.deadLetters() }),
  }),
  route({
    method: "POST",
    path: "/ops/dead-letters/redrive",
    operationId: "redriveDeadLetters",
    summary: "Ring every doorbell in the dead-letter queue again",
    access: { kind: "operator", role: "manager" },
    output: z.object({ redriven: z.int() }),
    handler: async () => ({ redriven: await Lanes.redrive() }),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/break-glass",
    operationId: "breakGlass",
    summary: "Open a workspace's content for reading, for an hour",
    description: "The workspace's people see the reason.",
    access: { kind: "operator", role: "manager" },
    params: inTenant,
    body: BreakGlass.breakGlassInput,
    output: BreakGlass.breakGlassAccess,
    status: 201,
    handler: ({ body }) => BreakGlass.breakGlass(body),
  }),
  route({
    method: "GET",
    path: "/ops/audit",
    operationId: "listAudit",
    summary: "List audit entries of a day, a workspace or a person, newest first",
    access: { kind: "operator", role: "viewer" },
    query: Audit.operatorQuery,
    output: pageOf(Audit.auditEntry),
    handler: ({ query }) => Audit.listForOperators(query),
  }),
];

export const handler = serve(routes);
