// Workspaces: create, list, open and delete them, and start their workflows.
import * as z from "zod";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Run from "../../core/run/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { idOf } from "../../core/util/id.ts";
import * as Workflow from "../../core/workflow/index.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inAccount = z.object({ accountId: idOf("account") });
const inTenant = z.object({ tenantId: idOf("tenant") });

/** The routes by which people start workflows, from the workflows' definitions. */
const startRoutes = Workflow.peopleStarts().map(({ request, role, workflows, needsBackup }) => {
  const { path, operationId, summary, description, errors = [] } = request;
  return route({
    method: "POST",
    path: `/t/{tenantId}/${path}`,
    operationId,
    summary,
    description,
    access: { kind: "tenant", role, machine: false },
    params: inTenant,
    body: needsBackup ? z.strictObject({ backupId: idOf("backup") }) : undefined,
    output: Run.run,
    status: 202,
    rate: "expensive",
    errors: ["conflict", ...errors],
    handler: ({ body }) => Lifecycle.startOneOf(workflows, body),
  });
});

export const routes = [
  route({
    method: "POST",
    path: "/accounts/{accountId}/tenants",
    operationId: "createTenant",
    summary: "Create a workspace and provision its squadhub, or only reserve its name as a draft",
    access: { kind: "account", role: "admin" },
    params: inAccount,
    body: Tenant.createInput,
    output: z.object({ tenant: Tenant.tenant, run: Run.run.optional().describe("Absent for a draft") }),
    status: 202,
    rate: "expensive",
    errors: ["name_taken", "limit_reached"],
    handler: ({ body }) => Tenant.create(body),
  }),
  route({
    method: "GET",
    path: "/accounts/{accountId}/tenants",
    operationId: "listTenants",
    summary: "List an account's workspaces, oldest first",
    access: { kind: "account", role: "viewer" },
    params: inAccount,
    query: pageQuery,
    output: pageOf(Tenant.tenant),
    handler: ({ query }) => Tenant.list(query),
  }),
  route({
    method: "GET",
    path: "/tenants/by-name/{name}",
    operationId: "findTenant",
    summary: "Find one of your workspaces by its public name",
    access: { kind: "user" },
    params: z.object({ name: Tenant.tenantName }),
    output: Tenant.tenant,
    errors: ["not_found"],
    handler: ({ params }) => Tenant.getByName(params.name),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}",
    operationId: "getTenant",
    summary: "Get a workspace",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: Tenant.tenant,
    handler: Tenant.get,
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}",
    operationId: "updateTenant",
    summary: "Change a workspace's settings; a new time zone also moves its routines",
    access: { kind: "tenant", role: "admin", machine: false },
    params: inTenant,
    body: Tenant.settingsInput,
    output: Tenant.tenant,
    errors: ["conflict"],
    handler: ({ body }) => Tenant.update(body),
  }),
  route({
    method: "DELETE",
    path: "/t/{tenantId}/draft",
    operationId: "discardDraft",
    summary: "Discard a draft and release its name",
    access: { kind: "tenant", role: "admin", machine: false },
    params: inTenant,
    errors: ["conflict"],
    handler: Tenant.discard,
  }),
  ...startRoutes,
  route({
    method: "POST",
    path: "/t/{tenantId}/open",
    operationId: "openTenant",
    summary: "Report that a person has opened the workspace; a sleeping squad is woken",
    access: { kind: "tenant", role: "viewer", machine: false },
    params: inTenant,
    output: Tenant.tenant,
    idempotency: "none",
    handler: Lifecycle.recordVisit,
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/runs",
    operationId: "listRuns",
    summary: "List a workspace's runs, newest first",
    access: { kind: "tenant", role: "viewer", machine: false },
    params: inTenant,
    query: pageQuery,
    output: pageOf(Run.run),
    handler: ({ query }) => Run.list(query),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/runs/{runId}",
    operationId: "getRun",
    summary: "Get a run with its stages",
    access: { kind: "tenant", role: "viewer", machine: false },
    params: inTenant.extend({ runId: idOf("run") }),
    output: Run.run,
    handler: ({ params }) => Run.get(params.runId),
  }),
];

export const handler = serve(routes);
