// What operators do to runs: start one of any workspace, hold a failing one, release it, finish what was left.
import { Logger } from "@aws-lambda-powertools/logger";
import * as z from "zod";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Reaper from "../../core/reaper/index.ts";
import * as Evidence from "../../core/run/evidence.ts";
import * as Run from "../../core/run/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { workflowName } from "../../core/workflow/definitions.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const oneTenant = z.object({ tenantId: idOf("tenant") });
const oneRun = oneTenant.extend({ runId: idOf("run") });
const logger = new Logger({ serviceName: "operations" });

export const startRunInput = z.strictObject({
  workflow: workflowName,
  backupId: idOf("backup").optional().describe("What a restore brings back"),
  hold: z.boolean().default(false).describe("Should it fail, keep it as it is for up to 72 hours"),
});

export const routes = [
  route({
    method: "GET",
    path: "/ops/runs/open",
    operationId: "listOpenRuns",
    summary: "Runs of all workspaces that are under way, held, or have left something; newest first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Evidence.runWithEvidence),
    handler: ({ query }) => Evidence.listOpen(query),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/runs/{runId}",
    operationId: "inspectRun",
    summary: "One run with what was seen of its failure and what is left of it",
    access: { kind: "operator", role: "viewer" },
    params: oneRun,
    output: Evidence.runWithEvidence,
    handler: ({ params }) => Evidence.get(params.runId),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/runs",
    operationId: "startRun",
    summary: "Start a workflow for a workspace",
    access: { kind: "operator", role: "manager" },
    params: oneTenant,
    body: startRunInput,
    output: Run.run,
    status: 202,
    rate: "expensive",
    errors: ["conflict", "limit_reached", "not_found"],
    handler: ({ body: { workflow, ...options } }) => Lifecycle.start(workflow, options),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/runs/{runId}/hold",
    operationId: "holdRun",
    summary: "Should this run fail, keep it as it is for up to 72 hours",
    access: { kind: "operator", role: "manager" },
    params: oneRun,
    output: Run.run,
    errors: ["conflict"],
    handler: ({ params }) => Run.hold(params.runId),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/runs/{runId}/release",
    operationId: "releaseRun",
    summary: "Let a held run be undone, or take back that it is to be held",
    access: { kind: "operator", role: "manager" },
    params: oneRun,
    output: Run.run,
    errors: ["conflict"],
    handler: ({ params }) => Run.release(params.runId),
  }),
  route({
    method: "POST",
    path: "/ops/reap",
    operationId: "reap",
    summary:
      "Finish now what the reaper would tonight: runs held long enough, clean-ups that left something, old drafts",
    access: { kind: "operator", role: "manager" },
    output: Reaper.reaped,
    handler: () => Reaper.reap((what, error) => logger.error("could not be reaped", { what, error })),
  }),
];

export const handler = serve(routes);
