// Workspaces for the tests of the API, and the people in them.
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import * as Account from "../../core/account/index.ts";
import { MemberEntity } from "../../core/account/membership.ts";
import { as, type Role } from "../../core/actor/index.ts";
import * as Agent from "../../core/agent/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Routine from "../../core/routine/index.ts";
import * as Run from "../../core/run/index.ts";
import * as Session from "../../core/session/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import { now } from "../../core/table/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import * as User from "../../core/user/index.ts";
import { agentsOf, squads } from "../../squadhub/templates/squads.ts";
import { callApi } from "./api-call.ts";
import type { Domain } from "./domain.ts";
import type { TokenSource } from "./tokens.ts";

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

let count = 0;

/** Creates a user with a session. */
export async function signUp(
  tokens: TokenSource,
  name: string,
  email = `${name}@example.com`,
): Promise<Caller> {
  const { issuer } = tokens.settings;
  const session = `session of ${name}`;
  const { userId } = await User.findOrCreate({ issuer, subject: name, email, emailVerified: true, name });
  await Session.begin(Session.sessionIdOf(issuer, session), { userId, name });
  return { userId, email, token: await tokens.sign(name, session) };
}

/** An active workspace of a new person with this name, in the account of their sign-up. */
export async function aWorkspace(
  { tokens, mails }: { tokens: TokenSource; mails: Domain["mails"] },
  ownerName = `founder-${++count}`,
): Promise<Workspace> {
  const owner = await signUp(tokens, ownerName);
  const person = { type: "user", userId: owner.userId, sessionId: "", name: "" } as const;
  const [account] = await as(person, Account.listMine);
  const { accountId } = account!;
  const made = await callApi("createTenant", {
    token: owner.token,
    params: { accountId },
    body: { name: `workspace-${++count}` },
  });
  const { tenant, run } = made.body as {
    tenant: { tenantId: string; name: string };
    run: { runId: string };
  };
  const { tenantId } = tenant;
  const { squadhubToken } = Squadhub.newSecrets(tenantId);
  await as({ type: "system", tenantId }, async () => {
    await Squadhub.createRecord(await Tenant.reserve());
    await Squadhub.admitToken(squadhubToken);
    await Agent.seed(agentsOf(squads.clawe, "Clawe"));
    await Routine.seed();
    await Lifecycle.announceActivation();
    await Run.finish(run.runId, { status: "succeeded" });
  });
  return {
    ...{ accountId, tenantId, owner, machine: squadhubToken },
    ids: { accountId, tenantId, name: tenant.name, runId: run.runId },
    async join(role) {
      const member = await signUp(tokens, `${role}-${++count}`);
      await MemberEntity.build(PutItemCommand)
        .item({ accountId, userId: member.userId, role, createdAt: now() })
        .send();
      return member;
    },
    async invite(email) {
      const call = { token: owner.token, params: { accountId }, body: { email, role: "viewer" } };
      await callApi("createInvitation", call);
      return /#([\w-]+)/.exec(mails.findLast(({ to }) => to === email)?.text ?? "")?.[1] ?? "";
    },
  };
}
