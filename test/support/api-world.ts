// A world for the proofs of the API: two accounts, two workspaces with every noun in them, and people of each role.
import type { DynamoDBRecord } from "aws-lambda";
import type { OperatorRole, Role } from "../../core/actor/index.ts";
import { now } from "../../core/table/index.ts";
import type { Access } from "../../functions/http/route.ts";
import type { TableEngine } from "../../local/table/engine.ts";
import type { Platform } from "../../platform/types/platform.ts";
import type { TenantSecrets } from "../../platform/types/secrets.ts";
import { machines } from "../../workflows/index.ts";
import { exampleBodyOf } from "./api-bodies.ts";
import { callApi } from "./api-call.ts";
import { makeIds } from "./api-ids.ts";
import { aWorkspace, type Caller, signUp, type Workspace } from "./api-workspace.ts";
import { aDomain } from "./domain.ts";
import { liftLimits } from "./limits.ts";
import { watchTable } from "./table-watch.ts";
import { aTokenSource, type TokenSource } from "./tokens.ts";

export interface ApiWorld {
  engine: TableEngine;
  tokens: TokenSource;
  /** The first workspace. */
  own: Workspace;
  /** Of the first workspace's account. */
  members: Record<Role, Caller>;
  operators: Record<OperatorRole, Caller>;
  /** A signed-in person who belongs to neither account. */
  loner: Caller;
  /** Another customer's workspace. */
  other: Workspace;
  /** Makes another workspace, with an account of its own. */
  another(): Promise<Workspace>;
  watch: ReturnType<typeof watchTable>;
  /** Changes of the table since the last call, except request counts, signs of life and audit entries. */
  changes(): DynamoDBRecord[];
  /** A token with the lowest role that `access` admits. */
  leastToken(access: Access): string | undefined;
  close(): Promise<void>;
}

const operatorEmail = "operator@example.com";
const roles: Role[] = ["owner", "admin", "member", "viewer"];

function engines(tokens: TokenSource): Partial<Platform> {
  const secrets = new Map<string, TenantSecrets>();
  return {
    identity: tokens.settings,
    operators: [operatorEmail],
    workflows: { start: async () => undefined, succeed: async () => true, fail: async () => true },
    executions: oneExecution,
    scheduleReader: { list: async () => [] },
    forward: async () => ({ ok: true, value: {} }),
    objects: memoryObjects(),
    release: { current: async () => "test" },
    sockets: { send: async () => true },
    discovery: { resolve: async () => [] },
    secrets: {
      async create(tenantId, value) {
        secrets.set(tenantId, secrets.get(tenantId) ?? value);
        return tenantId;
      },
      read: async (tenantId) => secrets.get(tenantId),
      replace: async (tenantId, _change, value) => void secrets.set(tenantId, value),
      goBack: async () => undefined,
      delete: async (tenantId) => void secrets.delete(tenantId),
    },
  };
}

/** Answers every query with an execution that has just started. */
const oneExecution: Platform["executions"] = {
  list: async () => [],
  find: async (workflow, name) => ({
    ...{ workflow, name, status: "RUNNING", input: {}, startedAt: now(), visits: [] },
    definition: machines[workflow],
  }),
};

/** Counts a file as sent once its upload has begun. */
function memoryObjects(): Platform["objects"] {
  const files = new Map<string, { contentType: string; size: number }>();
  const expiresAt = () => new Date(Date.now() + 60_000).toISOString();
  return {
    // The API itself neither writes nor reads files.
    write: () => Promise.reject(new Error("no file is written by the API")),
    read: () => Promise.reject(new Error("no file is read by the API")),
    async uploadForm(key, file) {
      files.set(key, file);
      return { url: "https://files.clawe.test/", fields: { key }, expiresAt: expiresAt() };
    },
    downloadUrl: async (key) => ({ url: `https://files.clawe.test/${key}`, expiresAt: expiresAt() }),
    head: async (key) => files.get(key),
    delete: async (key) => void files.delete(key),
    async deleteAll(prefix) {
      for (const key of files.keys()) if (key.startsWith(prefix)) files.delete(key);
    },
  };
}

export async function anApiWorld(): Promise<ApiWorld> {
  const restoreLimits = liftLimits();
  const tokens = await aTokenSource({
    sub: "newcomer",
    email: "newcomer@example.com",
    email_verified: true,
    name: "New Comer",
  });
  const { engine, mails, ...domain } = await aDomain(engines(tokens));
  const watch = watchTable(engine);
  const records: DynamoDBRecord[] = [];
  engine.onRecord((_table, record) => void records.push(record));

  const own = await aWorkspace({ tokens, mails }, "owner");
  const other = await aWorkspace({ tokens, mails }, "stranger");
  const members = { owner: own.owner } as Record<Role, Caller>;
  for (const role of roles.slice(1)) members[role] = await own.join(role);
  for (const workspace of [own, other]) await fill(workspace);
  const operators = { admin: await signUp(tokens, "operator", operatorEmail) } as Record<
    OperatorRole,
    Caller
  >;
  for (const role of ["viewer", "manager"] as const) {
    operators[role] = await signUp(tokens, `operator-${role}`);
    const body = { email: operators[role].email, role };
    await callApi("grantOperator", { token: operators.admin.token, body });
  }
  const loner = await signUp(tokens, "loner");
  records.length = 0;

  return {
    engine,
    tokens,
    own,
    members,
    operators,
    loner,
    other,
    another: () => aWorkspace({ tokens, mails }),
    watch,
    changes: () => records.splice(0).filter((record) => !isIncidental(record)),
    leastToken: (access) => leastTokenOf(access, { own, members, operators }),
    async close() {
      await domain.close();
      restoreLimits();
    },
  };
}

function leastTokenOf(
  access: Access,
  { own, members, operators }: Pick<ApiWorld, "own" | "members" | "operators">,
): string | undefined {
  switch (access.kind) {
    case "public":
      return undefined;
    case "token":
    case "user":
      return members.viewer.token;
    case "account":
    case "tenant":
      return members[access.role].token;
    case "machine":
      return own.machine;
    case "operator":
      return operators[access.role].token;
  }
}

/** Whether any request leaves this change behind, whatever it does. */
function isIncidental({ dynamodb }: DynamoDBRecord): boolean {
  const { Keys, NewImage } = dynamodb ?? {};
  const { pk, sk } = Keys ?? {};
  return (
    /^(DIR#RATE|AUDIT)#/.test(pk?.S ?? "") ||
    (sk?.S?.startsWith("AGENT#") && NewImage?.lastSeenAt !== undefined) ||
    NewImage?.type?.S === "agent_online"
  );
}

/** Makes every noun by calling the API. */
async function fill(workspace: Workspace): Promise<void> {
  const { token } = workspace.owner;
  await makeIds(workspace);
  const params = workspace.ids;
  const assigned = { title: "For inky", assignees: ["inky"] };
  await callApi("createTask", { token, params, body: assigned });
  await callApi("notifyAgent", { token, params, body: { agentId: "inky", content: "Hello" } });
  await callApi("saveBusiness", { token, params, body: exampleBodyOf("saveBusiness", workspace) });
  await callApi("commentOnTask", { token, params, body: { text: "Hello @inky" } });
}
