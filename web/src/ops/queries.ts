// What operators' pages read from the API.
import { queryOptions } from "@tanstack/react-query";
import { request, type Schemas } from "../api.ts";
import { keys } from "../keys.ts";
import { listQuery, pagedQuery } from "../lists.ts";

export type OpsRun = Schemas["RunWithEvidence"];
export type Workflow = OpsRun["workflow"];
export type Execution = Schemas["Execution"];
export type ExecutionDetails = Schemas["ExecutionDetails"];
export type Visit = ExecutionDetails["visits"][number];
export type ParkedLane = Schemas["ParkedLane"];
export type Machine = ExecutionDetails["machine"];
export type SquadhubOverview = Schemas["SquadhubOverview"];
type DeadLetter = Schemas["DeadLetter"];
export type Lane = Schemas["Lane"];
export type Schedule = Schemas["Schedule"];

/** No hint covers all workspaces, so these queries are always stale. */
const alwaysFresh = { staleTime: 0 };

export const operatorQuery = queryOptions({
  queryKey: keys.opsOf("me"),
  queryFn: () => request((api) => api.GET("/ops/me")),
});

export const openRunsQuery = queryOptions({
  ...alwaysFresh,
  queryKey: keys.opsOf("runs", "open"),
  queryFn: () => request((api) => api.GET("/ops/runs/open", { params: { query: { limit: 100 } } })),
});

export const failedRunsQuery = queryOptions({
  ...alwaysFresh,
  queryKey: keys.opsOf("runs", "failed"),
  queryFn: () => request((api) => api.GET("/ops/runs/failed", { params: { query: { limit: 20 } } })),
});

export const deadLettersQuery = {
  ...alwaysFresh,
  ...listQuery<DeadLetter>(keys.opsOf("dead-letters"), (api) => api.GET("/ops/dead-letters")),
};

export const parkedLanesQuery = queryOptions({
  ...alwaysFresh,
  queryKey: keys.opsOf("lanes"),
  queryFn: () => request((api) => api.GET("/ops/lanes", { params: { query: { limit: 100 } } })),
});

export const squadhubsQuery = {
  ...alwaysFresh,
  ...pagedQuery<SquadhubOverview>(keys.opsOf("squadhubs"), 50, (api, query) =>
    api.GET("/ops/squadhubs", { params: { query } }),
  ),
};

export const executionsQuery = (workflow: Workflow | undefined) => ({
  ...alwaysFresh,
  ...pagedQuery<Execution>(keys.opsOf("executions", workflow), 25, (api, query) =>
    api.GET("/ops/executions", { params: { query: { workflow, ...query } } }),
  ),
});

export const executionQuery = (workflow: string, name: string) =>
  queryOptions({
    ...alwaysFresh,
    queryKey: keys.opsOf("execution", workflow, name),
    queryFn: () =>
      request((api) =>
        api.GET("/ops/executions/{workflow}/{name}", {
          // The workflow comes from the address; the API answers 400 for one that does not exist.
          params: { path: { workflow: workflow as Workflow, name } },
        }),
      ),
  });

export const opsRunQuery = (tenantId: string, runId: string) =>
  queryOptions({
    ...alwaysFresh,
    queryKey: keys.opsOf("run", tenantId, runId),
    queryFn: () =>
      request((api) =>
        api.GET("/ops/tenants/{tenantId}/runs/{runId}", { params: { path: { tenantId, runId } } }),
      ),
  });

const readTenant = (tenantId: string) =>
  request((api) => api.GET("/ops/tenants/{tenantId}", { params: { path: { tenantId } } }));
export type OpsTenant = Awaited<ReturnType<typeof readTenant>>;

export const opsTenantQuery = (tenantId: string) =>
  queryOptions({
    ...alwaysFresh,
    queryKey: keys.opsOf("tenant", tenantId),
    queryFn: () => readTenant(tenantId),
  });

export const opsRunsQuery = (tenantId: string) => ({
  ...alwaysFresh,
  ...pagedQuery<OpsRun>(keys.opsOf("tenant", tenantId, "runs"), 20, (api, query) =>
    api.GET("/ops/tenants/{tenantId}/runs", { params: { path: { tenantId }, query } }),
  ),
});

export const lanesQuery = (tenantId: string) => ({
  ...alwaysFresh,
  ...listQuery<Lane>(keys.opsOf("tenant", tenantId, "lanes"), (api) =>
    api.GET("/ops/tenants/{tenantId}/lanes", { params: { path: { tenantId } } }),
  ),
});

export const schedulesQuery = (tenantId: string) => ({
  ...alwaysFresh,
  ...listQuery<Schedule>(keys.opsOf("tenant", tenantId, "schedules"), (api) =>
    api.GET("/ops/tenants/{tenantId}/schedules", { params: { path: { tenantId } } }),
  ),
});
