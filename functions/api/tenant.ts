// Workspaces: made, listed, opened, taken down.
import * as z from "zod";
import { idOf } from "../../core/id.ts";
import { get as getRun, list as listRuns, run } from "../../core/run/index.ts";
import { pageOf, pageQuery } from "../../core/table.ts";
import { create, createInput, get, list, start, tenant } from "../../core/tenant/index.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inAccount = z.object({ accountId: idOf("account") });
const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "POST",
    path: "/accounts/{accountId}/tenants",
    operationId: "createTenant",
    summary: "Make a workspace: queues the provisioning of its squadhub",
    access: { kind: "account", role: "admin" },
    params: inAccount,
    body: createInput,
    output: z.object({ tenant, run }),
    status: 202,
    rate: "expensive",
    errors: ["name_taken", "limit_reached"],
    handler: ({ body }) => create(body),
  }),
  route({
    method: "GET",
    path: "/accounts/{accountId}/tenants",
    operationId: "listTenants",
    summary: "The account's workspaces, oldest first",
    access: { kind: "account", role: "viewer" },
    params: inAccount,
    query: pageQuery,
    output: pageOf(tenant),
    handler: ({ query }) => list(query),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}",
    operationId: "getTenant",
    summary: "The workspace",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: tenant,
    handler: get,
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/provision",
    operationId: "provisionTenant",
    summary: "Try again after a start that failed",
    access: { kind: "tenant", role: "admin", machine: false },
    params: inTenant,
    output: run,
    status: 202,
    rate: "expensive",
    errors: ["conflict"],
    handler: () => start("provision"),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/deprovision",
    operationId: "deprovisionTenant",
    summary: "Take the workspace down and erase everything in it",
    access: { kind: "tenant", role: "owner", machine: false },
    params: inTenant,
    output: run,
    status: 202,
    rate: "expensive",
    errors: ["conflict"],
    handler: () => start("deprovision"),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/runs",
    operationId: "listRuns",
    summary: "What was done to the squadhub, newest first",
    access: { kind: "tenant", role: "viewer", machine: false },
    params: inTenant,
    query: pageQuery,
    output: pageOf(run),
    handler: ({ query }) => listRuns(query),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/runs/{runId}",
    operationId: "getRun",
    summary: "One run with its stages",
    access: { kind: "tenant", role: "viewer", machine: false },
    params: inTenant.extend({ runId: idOf("run") }),
    output: run,
    handler: ({ params }) => getRun(params.runId),
  }),
];

export const handler = serve(routes);
