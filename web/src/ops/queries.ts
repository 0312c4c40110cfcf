// What operators' pages read of the API. Always anew: nobody tells a page of all workspaces what has changed.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, type Schemas } from "../api.ts";
import { keys } from "../keys.ts";

export type OpsRun = Schemas["RunWithEvidence"];
export type Workflow = OpsRun["workflow"];
export type Execution = Schemas["Execution"];
export type ExecutionDetails = Schemas["ExecutionDetails"];
export type Visit = ExecutionDetails["visits"][number];
export type ParkedLane = Schemas["ParkedLane"];
export type Machine = ExecutionDetails["machine"];
export type SquadhubOverview = Schemas["SquadhubOverview"];

const anew = { staleTime: 0 };

export const operatorQuery = queryOptions({
  queryKey: keys.opsOf("me"),
  queryFn: () => ask((api) => api.GET("/ops/me")),
});

export const openRunsQuery = queryOptions({
  ...anew,
  queryKey: keys.opsOf("runs", "open"),
  queryFn: () => ask((api) => api.GET("/ops/runs/open", { params: { query: { limit: 100 } } })),
});

export const failedRunsQuery = queryOptions({
  ...anew,
  queryKey: keys.opsOf("runs", "failed"),
  queryFn: () => ask((api) => api.GET("/ops/runs/failed", { params: { query: { limit: 20 } } })),
});

export const deadLettersQuery = queryOptions({
  ...anew,
  queryKey: keys.opsOf("dead-letters"),
  queryFn: async () => (await ask((api) => api.GET("/ops/dead-letters"))).items,
});

export const parkedLanesQuery = queryOptions({
  ...anew,
  queryKey: keys.opsOf("lanes"),
  queryFn: () => ask((api) => api.GET("/ops/lanes", { params: { query: { limit: 100 } } })),
});

export const squadhubsQuery = infiniteQueryOptions({
  ...anew,
  queryKey: keys.opsOf("squadhubs"),
  queryFn: ({ pageParam }) =>
    ask((api) => api.GET("/ops/squadhubs", { params: { query: { limit: 50, cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ cursor }) => cursor,
});

export const executionsQuery = (workflow: Workflow | undefined) =>
  infiniteQueryOptions({
    ...anew,
    queryKey: keys.opsOf("executions", workflow),
    queryFn: ({ pageParam }) =>
      ask((api) => api.GET("/ops/executions", { params: { query: { workflow, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

export const executionQuery = (workflow: string, name: string) =>
  queryOptions({
    ...anew,
    queryKey: keys.opsOf("execution", workflow, name),
    queryFn: () =>
      ask((api) =>
        api.GET("/ops/executions/{workflow}/{name}", {
          // Another one than those that there are is answered 400, in words.
          params: { path: { workflow: workflow as Workflow, name } },
        }),
      ),
  });

export const opsRunQuery = (tenantId: string, runId: string) =>
  queryOptions({
    ...anew,
    queryKey: keys.opsOf("run", tenantId, runId),
    queryFn: () =>
      ask((api) =>
        api.GET("/ops/tenants/{tenantId}/runs/{runId}", { params: { path: { tenantId, runId } } }),
      ),
  });

export const opsTenantQuery = (tenantId: string) =>
  queryOptions({
    ...anew,
    queryKey: keys.opsOf("tenant", tenantId),
    queryFn: () => ask((api) => api.GET("/ops/tenants/{tenantId}", { params: { path: { tenantId } } })),
  });

export const opsRunsQuery = (tenantId: string) =>
  infiniteQueryOptions({
    ...anew,
    queryKey: keys.opsOf("tenant", tenantId, "runs"),
    queryFn: ({ pageParam }) =>
      ask((api) =>
        api.GET("/ops/tenants/{tenantId}/runs", {
          params: { path: { tenantId }, query: { limit: 20, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

export const lanesQuery = (tenantId: string) =>
  queryOptions({
    ...anew,
    queryKey: keys.opsOf("tenant", tenantId, "lanes"),
    queryFn: async () =>
      (await ask((api) => api.GET("/ops/tenants/{tenantId}/lanes", { params: { path: { tenantId } } })))
        .items,
  });

export const schedulesQuery = (tenantId: string) =>
  queryOptions({
    ...anew,
    queryKey: keys.opsOf("tenant", tenantId, "schedules"),
    queryFn: async () =>
      (await ask((api) => api.GET("/ops/tenants/{tenantId}/schedules", { params: { path: { tenantId } } })))
        .items,
  });
