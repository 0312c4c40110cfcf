// For the people who run the service: metadata of all tenants, what failed and why, the audit log, break-glass.
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

const oneTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/ops/operators",
    operationId: "listOperators",
    summary: "Who runs the service",
    access: { kind: "operator", role: "viewer" },
    output: z.object({ items: z.array(Operator.operator) }),
    handler: async () => ({ items: await Operator.list() }),
  }),
  route({
    method: "POST",
    path: "/ops/operators",
    operationId: "grantOperator",
    summary: "Make somebody who has signed in an operator, or give them another role",
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
    summary: "End an operator's role at once",
    access: { kind: "operator", role: "admin" },
    params: z.object({ userId: idOf("user") }),
    errors: ["conflict"],
    handler: ({ params }) => Operator.revoke(params.userId),
  }),
  route({
    method: "GET",
    path: "/ops/tenants",
    operationId: "listAllTenants",
    summary: "All workspaces, newest first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Tenants.tenantMetadata),
    handler: ({ query }) => Tenants.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}",
    operationId: "inspectTenant",
    summary: "One workspace's metadata, with its squadhub's",
    access: { kind: "operator", role: "viewer" },
    params: oneTenant,
    output: Tenants.tenantDetails,
    handler: Tenants.get,
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/runs",
    operationId: "inspectRuns",
    summary: "One workspace's runs with their evidence, newest first",
    access: { kind: "operator", role: "viewer" },
    params: oneTenant,
    query: pageQuery,
    output: pageOf(Evidence.runWithEvidence),
    handler: ({ query }) => Evidence.list(query),
  }),
  route({
    method: "GET",
    path: "/ops/runs/failed",
    operationId: "listFailedRuns",
    summary: "Runs of all workspaces that failed in the last 90 days, newest first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Evidence.runWithEvidence),
    handler: ({ query }) => Evidence.listFailed(query),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/lanes",
    operationId: "inspectLanes",
    summary: "How one workspace's lanes stand and how much waits in each",
    access: { kind: "operator", role: "viewer" },
    params: oneTenant,
    output: z.object({ items: z.array(Lanes.laneState) }),
    handler: async () => ({ items: await Lanes.list() }),
  }),
  route({
    method: "GET",
    path: "/ops/lanes",
    operationId: "listParkedLanes",
    summary: "The lanes of all workspaces that are parked until their next try, the next first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Lanes.parkedLane),
    handler: ({ query }) => Lanes.listParked(query),
  }),
  route({
    method: "GET",
    path: "/ops/dead-letters",
    operationId: "listDeadLetters",
    summary: "Doorbells that were given up",
    access: { kind: "operator", role: "viewer" },
    output: z.object({ items: z.array(Lanes.deadLetter) }),
    handler: async () => ({ items: await Lanes.deadLetters() }),
  }),
  route({
    method: "POST",
    path: "/ops/dead-letters/redrive",
    operationId: "redriveDeadLetters",
    summary: "Ring all doorbells that were given up again",
    access: { kind: "operator", role: "manager" },
    output: z.object({ redriven: z.int() }),
    handler: async () => ({ redriven: await Lanes.redrive() }),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/break-glass",
    operationId: "breakGlass",
    summary: "Read one workspace's content for an hour, for a reason that its people see",
    access: { kind: "operator", role: "manager" },
    params: oneTenant,
    body: BreakGlass.breakGlassInput,
    output: BreakGlass.breakGlassAccess,
    status: 201,
    handler: ({ body }) => BreakGlass.breakGlass(body),
  }),
  route({
    method: "GET",
    path: "/ops/audit",
    operationId: "listAudit",
    summary: "The audit log: of a day, of one workspace or of one person; newest first",
    access: { kind: "operator", role: "viewer" },
    query: Audit.operatorQuery,
    output: pageOf(Audit.auditEntry),
    handler: ({ query }) => Audit.listForOperators(query),
  }),
];

export const handler = serve(routes);
