// The world of the API tests: two accounts, two workspaces with every noun in them, people of each role.
import type { DynamoDBRecord } from "aws-lambda";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import * as Account from "../../core/account/index.ts";
import { MemberEntity } from "../../core/account/membership.ts";
import { as, type OperatorRole, type Role } from "../../core/actor/index.ts";
import * as Agent from "../../core/agent/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Routine from "../../core/routine/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Session from "../../core/session/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { now } from "../../core/table/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import * as User from "../../core/user/index.ts";
import type { Access } from "../../functions/http/route.ts";
import type { TableEngine } from "../../local/table/engine.ts";
import type { Platform } from "../../platform/types/platform.ts";
import type { TenantSecrets } from "../../platform/types/secrets.ts";
import { agentsOf, squads } from "../../squadhub/templates/squads.ts";
import { machines } from "../../workflows/index.ts";
import { exampleBodyOf } from "./api-bodies.ts";
import { callApi } from "./api-call.ts";
import { makeIds } from "./api-ids.ts";
import { aDomain } from "./domain.ts";
import { liftLimits } from "./limits.ts";
import { watchTable } from "./table-watch.ts";
import { aTokenSource, type TokenSource } from "./tokens.ts";

export interface Caller {
  userId: string;
  email: string;
  /** Their access token. */
  token: string;
}

export interface Workspace {
  accountId: string;
  tenantId: string;
  owner: Caller;
  /** The squadhub token. */
  machine: string;
  /** A value for each path parameter of the API. */
  ids: Record<string, string>;
  /** Adds a new person to its account. */
  join(role: Role): Promise<Caller>;
  /** Invites somebody and returns the token in the mail. */
  invite(email: string): Promise<string>;
}

export interface ApiWorld {
  engine: TableEngine;
  tokens: TokenSource;
  /** The first workspace. */
  own: Workspace;
  /** Of the first workspace's account. */
  members: Record<Role, Caller>;
  operators: Record<OperatorRole, Caller>;
  /** A signed-in person who is a member of neither account. */
  loner: Caller;
  /** A workspace of another account. */
  other: Workspace;
  /** Makes a further workspace, in an account of its own. */
  another(): Promise<Workspace>;
  watch: ReturnType<typeof watchTable>;
  /** Changes of the table since the last call, without rate counters, signs of life and the audit log. */
  changes(): DynamoDBRecord[];
  /** A token with the lowest role that `access` admits. */
  leastToken(access: Access): string | undefined;
  close(): Promise<void>;
}

const operatorEmail = "operator@example.com";
const roles: Role[] = ["owner", "admin", "member", "viewer"];
let named = 0;

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

/** Finds a running execution for every name. */
const oneExecution: Platform["executions"] = {
  list: async () => [],
  find: async (workflow, name) => ({
    ...{ workflow, name, status: "RUNNING", input: {}, startedAt: now(), visits: [] },
    definition: machines[workflow],
  }),
};

/** An object store in memory, in which an announced file counts as uploaded. */
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

  async function signUp(name: string, email = `${name}@example.com`): Promise<Caller> {
    const { issuer } = tokens.settings;
    const session = `session of ${name}`;
    const { userId } = await User.findOrCreate({ issuer, subject: name, email, emailVerified: true, name });
    await Session.begin(Session.sessionIdOf(issuer, session), { userId, name });
    return { userId, email, token: await tokens.sign(name, session) };
  }

  async function workspaceOf(owner: Caller): Promise<Workspace> {
    const person = { type: "user", userId: owner.userId, sessionId: "", name: "" } as const;
    const [account] = await as(person, Account.listMine);
    const { accountId } = account!;
    named += 1;
    const made = await callApi("createTenant", {
      token: owner.token,
      params: { accountId },
      body: { name: `workspace-${named}` },
    });
    const { tenant, run } = made.body as {
      tenant: { tenantId: string; name: string };
      run: { runId: string };
    };
    const { tenantId } = tenant;
    const { squadhubToken } = Squadhub.newSecrets(tenantId);
    await as({ type: "system", tenantId }, async () => {
      await Squadhub.begin(await Tenant.reserve());
      await Squadhub.admitToken(squadhubToken);
      await Agent.seed(agentsOf(squads.clawe, "Clawe"));
      await Routine.seed();
      await Lifecycle.announceActivation();
      await Run.finish(run.runId, { status: "succeeded" });
    });
    return {
      ...{ accountId, tenantId, owner, machine: squadhubToken },
      ids: { accountId, tenantId, name: tenant.name, runId: run.runId },
      join: (role) => join(accountId, role),
      async invite(email) {
        const call = { token: owner.token, params: { accountId }, body: { email, role: "viewer" } };
        await callApi("createInvitation", call);
        return /#([\w-]+)/.exec(mails.findLast(({ to }) => to === email)?.text ?? "")?.[1] ?? "";
      },
    };
  }

  async function join(accountId: string, role: Role): Promise<Caller> {
    named += 1;
    const person = await signUp(`${role}-${named}`);
    await MemberEntity.build(PutItemCommand)
      .item({ accountId, userId: person.userId, role, createdAt: now() })
      .send();
    return person;
  }

  const own = await workspaceOf(await signUp("owner"));
  const other = await workspaceOf(await signUp("stranger"));
  const members = { owner: own.owner } as Record<Role, Caller>;
  for (const role of roles.slice(1)) members[role] = await own.join(role);
  for (const workspace of [own, other]) await fill(workspace);
  const operators = { admin: await signUp("operator", operatorEmail) } as Record<OperatorRole, Caller>;
  for (const role of ["viewer", "manager"] as const) {
    operators[role] = await signUp(`operator-${role}`);
    const body = { email: operators[role].email, role };
    await callApi("grantOperator", { token: operators.admin.token, body });
  }
  const loner = await signUp("loner");
  records.length = 0;

  return {
    engine,
    tokens,
    own,
    members,
    operators,
    loner,
    other,
    async another() {
      named += 1;
      return workspaceOf(await signUp(`founder-${named}`));
    },
    watch,
    changes: () => records.splice(0).filter((record) => !isIncidental(record)),
    leastToken(access) {
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
    },
    async close() {
      await domain.close();
      restoreLimits();
    },
  };
}

/** Whether a change is not an effect of the request: a rate counter, a sign of life, the audit log. */
function isIncidental({ dynamodb }: DynamoDBRecord): boolean {
  const { Keys, NewImage } = dynamodb ?? {};
  const { pk, sk } = Keys ?? {};
  return (
    /^(DIR#RATE|AUDIT)#/.test(pk?.S ?? "") ||
    (sk?.S?.startsWith("AGENT#") && NewImage?.lastSeenAt !== undefined) ||
    NewImage?.type?.S === "agent_online"
  );
}

/** Makes every noun in the workspace, by calling the API. */
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
