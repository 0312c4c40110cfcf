// What operators do with runs: start one for any workspace, hold a failing one, release it, clean up leftovers.
import { Logger } from "@aws-lambda-powertools/logger";
import * as z from "zod";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Reaper from "../../core/reaper/index.ts";
import * as Evidence from "../../core/run/evidence.ts";
import * as Run from "../../core/run/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import * as Workflow from "../../core/workflow/index.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const ofRun = inTenant.extend({ runId: idOf("run") });
const logger = new Logger({ serviceName: "operations" });

export const startRunInput = z.strictObject({
  workflow: z.enum(Workflow.startableByOperators),
  backupId: idOf("backup").optional().describe("The backup that a restore brings back"),
  hold: z.boolean().default(false).describe("If the run fails, keep everything as it is for up to 72 hours"),
});

export const routes = [
  route({
    method: "GET",
    path: "/ops/runs/open",
    operationId: "listOpenRuns",
    summary: "List the runs of all workspaces that are under way, held, or have leftovers; newest first",
    access: { kind: "operator", role: "viewer" },
    query: pageQuery,
    output: pageOf(Evidence.runWithEvidence),
    handler: ({ query }) => Evidence.listOpen(query),
  }),
  route({
    method: "GET",
    path: "/ops/tenants/{tenantId}/runs/{runId}",
    operationId: "inspectRun",
    summary: "Get a run with the evidence of its failure and its leftovers",
    access: { kind: "operator", role: "viewer" },
    params: ofRun,
    output: Evidence.runWithEvidence,
    handler: ({ params }) => Evidence.get(params.runId),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/runs",
    operationId: "startRun",
    summary: "Start a workflow for a workspace",
    access: { kind: "operator", role: Workflow.startingOperator },
    params: inTenant,
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
    summary: "Hold a run if it fails",
    description:
      "Instead of being rolled back, a held run stays as it is for up to 72 hours, so that the failure can be inspected.",
    access: { kind: "operator", role: "manager" },
    params: ofRun,
    output: Run.run,
    errors: ["conflict"],
    handler: ({ params }) => Run.hold(params.runId),
  }),
  route({
    method: "POST",
    path: "/ops/tenants/{tenantId}/runs/{runId}/release",
    operationId: "releaseRun",
    summary: "Roll back a held run, or cancel a hold that has not taken effect",
    access: { kind: "operator", role: "manager" },
    params: ofRun,
    output: Run.run,
    errors: ["conflict"],
    handler: ({ params }) => Run.release(params.runId),
  }),
  route({
    method: "POST",
    path: "/ops/reap",
    operationId: "reap",
    summary: "Run the daily reaper now",
    description:
      "The reaper rolls back runs that were held long enough, retries clean-ups that have leftovers, and discards old drafts.",
    access: { kind: "operator", role: "manager" },
    output: Reaper.reapResult,
    handler: () => Reaper.reap((what, error) => logger.error("could not be reaped", { what, error })),
  }),
];

export const handler = serve(routes);
