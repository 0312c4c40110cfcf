// What pages read from the API.
import { queryOptions } from "@tanstack/react-query";
import { allPages } from "../../client/pages.ts";
import { request, type Schemas } from "./api.ts";
import { keys } from "./keys.ts";
import { listQuery, pagedQuery } from "./lists.ts";

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

const readMe = () => request((api) => api.GET("/me"));
export type Me = Awaited<ReturnType<typeof readMe>>;

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: readMe });

/** The workspaces of every account of this person. */
export const tenantsQuery = queryOptions({
  queryKey: keys.tenants,
  queryFn: async ({ client }) => {
    const { accounts } = await client.fetchQuery(meQuery);
    const lists = await Promise.all(
      accounts.map(({ accountId }) =>
        allPages((cursor) =>
          request((api) =>
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
    queryFn: () => request((api) => api.GET("/t/{tenantId}", { params: { path: { tenantId } } })),
  });

export const tasksQuery = (tenantId: string) =>
  listQuery<Task>(keys.tasks(tenantId), (api, query) =>
    api.GET("/t/{tenantId}/tasks", { params: { path: { tenantId }, query } }),
  );

export const taskQuery = (tenantId: string, taskId: string) =>
  queryOptions({
    queryKey: keys.task(tenantId, taskId),
    queryFn: () =>
      request<TaskDetails>((api) =>
        api.GET("/t/{tenantId}/tasks/{taskId}", { params: { path: { tenantId, taskId } } }),
      ),
  });

export const commentsQuery = (tenantId: string, taskId: string) =>
  listQuery<Message>(keys.comments(tenantId, taskId), (api, query) =>
    api.GET("/t/{tenantId}/tasks/{taskId}/comments", { params: { path: { tenantId, taskId }, query } }),
  );

/** The conversation with an agent, newest first. */
export const chatQuery = (tenantId: string, agentId: string) =>
  pagedQuery<Chat>(keys.chat(tenantId, agentId), 20, (api, query) =>
    api.GET("/t/{tenantId}/agents/{agentId}/chat", { params: { path: { tenantId, agentId }, query } }),
  );

export const agentsQuery = (tenantId: string) =>
  listQuery<Agent>(keys.agents(tenantId), (api) =>
    api.GET("/t/{tenantId}/agents", { params: { path: { tenantId } } }),
  );

export const activitiesQuery = (tenantId: string) =>
  pagedQuery<Activity>(keys.activities(tenantId), 30, (api, query) =>
    api.GET("/t/{tenantId}/activities", { params: { path: { tenantId }, query } }),
  );

export const squadhubQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.squadhub(tenantId),
    queryFn: () => request((api) => api.GET("/t/{tenantId}/squadhub", { params: { path: { tenantId } } })),
  });

export const backupsQuery = (tenantId: string) =>
  listQuery<Backup>(keys.backups(tenantId), (api, query) =>
    api.GET("/t/{tenantId}/backups", { params: { path: { tenantId }, query } }),
  );

export const routinesQuery = (tenantId: string) =>
  listQuery<Routine>(keys.routines(tenantId), (api) =>
    api.GET("/t/{tenantId}/routines", { params: { path: { tenantId } } }),
  );

/** The last runs of a workspace, newest first. */
export const runsQuery = (tenantId: string) =>
  queryOptions({
    queryKey: keys.runs(tenantId),
    queryFn: async () => {
      const params = { path: { tenantId }, query: { limit: 20 } };
      return (await request((api) => api.GET("/t/{tenantId}/runs", { params }))).items;
    },
  });

export const runQuery = (tenantId: string, runId: string) =>
  queryOptions({
    queryKey: keys.run(tenantId, runId),
    queryFn: () =>
      request((api) => api.GET("/t/{tenantId}/runs/{runId}", { params: { path: { tenantId, runId } } })),
  });

const readOffer = (token: string) => request((api) => api.POST("/invitations/preview", { body: { token } }));
export type Offer = Awaited<ReturnType<typeof readOffer>>;

/** What an invitation offers. The token travels in the request's body, so that no log of addresses holds it. */
export const offerQuery = (token: string) =>
  queryOptions({ queryKey: keys.offer(token), queryFn: () => readOffer(token) });

const readAccount = (accountId: string) =>
  request((api) => api.GET("/accounts/{accountId}", { params: { path: { accountId } } }));
export type Account = Awaited<ReturnType<typeof readAccount>>;

/** No hint says that an account has changed, so its queries are always stale. */
const alwaysFresh = { staleTime: 0 };

export const accountQuery = (accountId: string) =>
  queryOptions({
    ...alwaysFresh,
    queryKey: keys.account(accountId),
    queryFn: () => readAccount(accountId),
  });

export const membersQuery = (accountId: string) => ({
  ...alwaysFresh,
  ...listQuery<Member>(keys.members(accountId), (api, query) =>
    api.GET("/accounts/{accountId}/members", { params: { path: { accountId }, query } }),
  ),
});

/** The invitations that can still be accepted. */
export const invitationsQuery = (accountId: string) => ({
  ...alwaysFresh,
  ...listQuery<Invitation>(keys.invitations(accountId), (api, query) =>
    api.GET("/accounts/{accountId}/invitations", { params: { path: { accountId }, query } }),
  ),
  select: (invitations: Invitation[]) => invitations.filter(({ status }) => status === "open"),
});
