// What pages read of the API.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, askAll, type Schemas } from "./api.ts";
import { keys } from "./keys.ts";

export type Tenant = Schemas["Tenant"];
export type Task = Schemas["Task"];
export type Subtask = Schemas["Subtask"];
export type Message = Schemas["Message"];
export type Chat = Schemas["Chat"];
export type Agent = Schemas["Agent"];
export type Activity = Schemas["Activity"];
export type Author = Schemas["Author"];
export type Run = Schemas["Run"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type Routine = Schemas["Routine"];
export type Backup = Schemas["Backup"];
export type TaskDetails = Task & { items: Subtask[] };

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: () => ask((api) => api.GET("/me")) });

/** The workspaces of every account of this person. */
export const tenantsQuery = queryOptions({
  queryKey: keys.tenants,
  queryFn: async ({ client }) => {
    const { accounts } = await client.fetchQuery(meQuery);
    const lists = await Promise.all(
      accounts.map(({ accountId }) =>
        askAll((cursor) =>
          ask((api) =>
            api.GET("/accounts/{accountId}/tenants", {
              params: { path: { accountId }, query: { limit: 100, cursor } },
            }),
          ),
        ),
      ),
    );
    return lists.flat().filter(({ status }) => status !== "deleted");
  },
});

export const tenantQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.tenant(tenantId),
    queryFn: () => ask((api) => api.GET("/t/{tenantId}", { params: { path: { tenantId } } })),
  });

export const tasksQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.tasks(tenantId),
    queryFn: () =>
      askAll<Task>((cursor) =>
        ask((api) =>
          api.GET("/t/{tenantId}/tasks", { params: { path: { tenantId }, query: { limit: 100, cursor } } }),
        ),
      ),
  });

export const backupsQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.backups(tenantId),
    queryFn: () =>
      askAll<Backup>((cursor) =>
        ask((api) =>
          api.GET("/t/{tenantId}/backups", { params: { path: { tenantId }, query: { limit: 100, cursor } } }),
        ),
      ),
  });

export const taskQuery = (tenantId: string, taskId: string) =>
  queryOptions({
    queryKey: keys.task(tenantId, taskId),
    queryFn: () =>
      ask<TaskDetails>((api) =>
        api.GET("/t/{tenantId}/tasks/{taskId}", { params: { path: { tenantId, taskId } } }),
      ),
  });

export const commentsQuery = (tenantId: string, taskId: string) =>
  queryOptions({
    queryKey: keys.comments(tenantId, taskId),
    queryFn: () =>
      askAll<Message>((cursor) =>
        ask((api) =>
          api.GET("/t/{tenantId}/tasks/{taskId}/comments", {
            params: { path: { tenantId, taskId }, query: { limit: 100, cursor } },
          }),
        ),
      ),
  });

/** The conversation with an agent, newest first. */
export const chatQuery = (tenantId: string, agentId: string) =>
  infiniteQueryOptions({
    queryKey: keys.chat(tenantId, agentId),
    queryFn: ({ pageParam }) =>
      ask((api) =>
        api.GET("/t/{tenantId}/agents/{agentId}/chat", {
          params: { path: { tenantId, agentId }, query: { limit: 20, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

export const agentsQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.agents(tenantId),
    queryFn: async () =>
      (await ask((api) => api.GET("/t/{tenantId}/agents", { params: { path: { tenantId } } }))).items,
  });

export const activitiesQuery = (tenantId: string) =>
  infiniteQueryOptions({
    queryKey: keys.activities(tenantId),
    queryFn: ({ pageParam }) =>
      ask((api) =>
        api.GET("/t/{tenantId}/activities", {
          params: { path: { tenantId }, query: { limit: 30, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

export const squadhubQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.squadhub(tenantId),
    queryFn: () => ask((api) => api.GET("/t/{tenantId}/squadhub", { params: { path: { tenantId } } })),
  });

export const routinesQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.routines(tenantId),
    queryFn: async () =>
      (await ask((api) => api.GET("/t/{tenantId}/routines", { params: { path: { tenantId } } }))).items,
  });

export const runsQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.runs(tenantId),
    queryFn: async () =>
      (
        await ask((api) =>
          api.GET("/t/{tenantId}/runs", { params: { path: { tenantId }, query: { limit: 20 } } }),
        )
      ).items,
  });

export const runQuery = (tenantId: string, runId: string) =>
  queryOptions({
    queryKey: keys.run(tenantId, runId),
    queryFn: () =>
      ask((api) => api.GET("/t/{tenantId}/runs/{runId}", { params: { path: { tenantId, runId } } })),
  });

const readOffer = (token: string) => ask((api) => api.POST("/invitations/preview", { body: { token } }));
export type Offer = Awaited<ReturnType<typeof readOffer>>;

/** What an invitation offers. Its token is in the request's body. */
export const offerQuery = (token: string) =>
  queryOptions({ queryKey: keys.offer(token), queryFn: () => readOffer(token) });

const readAccount = (accountId: string) =>
  ask((api) => api.GET("/accounts/{accountId}", { params: { path: { accountId } } }));
export type Account = Awaited<ReturnType<typeof readAccount>>;

export const accountQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.account(accountId),
    queryFn: () => readAccount(accountId),
    // Nothing hints at what becomes of accounts.
    staleTime: 0,
  });

export const membersQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.members(accountId),
    queryFn: () =>
      askAll<Member>((cursor) =>
        ask((api) =>
          api.GET("/accounts/{accountId}/members", {
            params: { path: { accountId }, query: { limit: 100, cursor } },
          }),
        ),
      ),
    staleTime: 0,
  });

/** The invitations that can still be accepted. */
export const invitationsQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.invitations(accountId),
    queryFn: async () => {
      const all = await askAll<Invitation>((cursor) =>
        ask((api) =>
          api.GET("/accounts/{accountId}/invitations", {
            params: { path: { accountId }, query: { limit: 100, cursor } },
          }),
        ),
      );
      return all.filter(({ status }) => status === "open");
    },
    staleTime: 0,
  });
