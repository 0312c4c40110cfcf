// Query keys. The keys of a workspace or an account begin with its id, so that all of them can be invalidated.

export const keys = {
  me: ["me"] as const,
  tenants: ["tenants"] as const,
  offer: (token: string) => ["offer", token] as const,
  ofAccount: (accountId: string) => ["a", accountId] as const,
  account: (accountId: string) => ["a", accountId, "account"] as const,
  members: (accountId: string) => ["a", accountId, "members"] as const,
  invitations: (accountId: string) => ["a", accountId, "invitations"] as const,
  workspaces: ["t"] as const,
  all: (tenantId: string) => ["t", tenantId] as const,
  tenant: (tenantId: string) => ["t", tenantId, "tenant"] as const,
  tasks: (tenantId: string) => ["t", tenantId, "tasks"] as const,
  task: (tenantId: string, taskId: string) => ["t", tenantId, "task", taskId] as const,
  comments: (tenantId: string, taskId: string) => ["t", tenantId, "comments", taskId] as const,
  agents: (tenantId: string) => ["t", tenantId, "agents"] as const,
  activities: (tenantId: string) => ["t", tenantId, "activities"] as const,
  squadhub: (tenantId: string) => ["t", tenantId, "squadhub"] as const,
  chat: (tenantId: string, agentId: string) => ["t", tenantId, "chat", agentId] as const,
  /** The part of an agent's answer that has arrived so far. */
  answerStream: (tenantId: string, chatId: string) => ["t", tenantId, "answer-stream", chatId] as const,
  backups: (tenantId: string) => ["t", tenantId, "backups"] as const,
  routines: (tenantId: string) => ["t", tenantId, "routines"] as const,
  runs: (tenantId: string) => ["t", tenantId, "runs"] as const,
  run: (tenantId: string, runId: string) => ["t", tenantId, "run", runId] as const,
  /** Everything that operators see, of all workspaces. */
  ops: ["ops"] as const,
  opsOf: (...what: (string | undefined)[]) => ["ops", ...what] as const,
};
