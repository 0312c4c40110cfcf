// Turns a bearer token and a path into an actor, or refuses. The one door for people and machines.
import { type Actor, hasRole, type Role } from "../../core/actor.ts";
import { notFound, VisibleError } from "../../core/error.ts";
import { find as findMember, type Member, sees } from "../../core/member/entity.ts";
import { find as findSession, sessionIdOf } from "../../core/session/index.ts";
import { tenantOfToken } from "../../core/squadhub/index.ts";
import { find as findTenant, type TenantStatus } from "../../core/tenant/entity.ts";
import type { Access } from "./route.ts";
import { unauthenticated, verify } from "./token.ts";

const isSquadhubToken = (token: string) => token.startsWith("sqh.");

/**
 * The actor of a request. Throws `unauthenticated` without a live token, `not_found` for an account or tenant that is
 * not the caller's (it does not exist for them), `forbidden` for too small a role or the wrong kind of caller,
 * `conflict` for a write to a workspace that is being deleted.
 */
export async function resolve(
  access: Access,
  bearer: string | undefined,
  path: Record<string, string | undefined>,
  method: string,
): Promise<Actor> {
  if (access.kind === "public") return { type: "public" };
  if (!bearer) throw unauthenticated();
  if (isSquadhubToken(bearer)) return resolveMachine(access, bearer, path.tenantId, method);
  if (access.kind === "token") {
    await verify(bearer);
    return { type: "public" };
  }
  return resolveUser(access, bearer, path, method);
}

async function resolveMachine(
  access: Access,
  token: string,
  wanted: string | undefined,
  method: string,
): Promise<Actor> {
  // The token names its tenant, so that both are read at once; only the directory says that it is true.
  const named = /^sqh\.(ten_\w{26})\./.exec(token)?.[1];
  if (!named) throw unauthenticated();
  const [tenantId, tenant] = await Promise.all([tenantOfToken(token), findTenant(named)]);
  if (tenantId !== named || !tenant) throw unauthenticated();
  if (access.kind !== "machine" && access.kind !== "tenant")
    throw new VisibleError("forbidden", "A squadhub token works for its own workspace only.");
  if (tenantId !== wanted) throw notFound("workspace");
  if (access.kind === "tenant" && !access.machine)
    throw new VisibleError("forbidden", "This is for people; agents may not do it.");
  assertWritable(tenant.status, method);
  return { type: "machine", tenantId, plan: tenant.plan };
}

async function resolveUser(
  access: Access,
  bearer: string,
  path: Record<string, string | undefined>,
  method: string,
): Promise<Actor> {
  const token = await verify(bearer);
  const [session, tenant] = await Promise.all([
    findSession(sessionIdOf(token.issuer, token.session)),
    path.tenantId ? findTenant(path.tenantId) : undefined,
  ]);
  if (!session) throw new VisibleError("unauthenticated", "This sign-in has ended. Sign in again.");
  const { userId, sessionId, name } = session;
  const person = { type: "user", userId, sessionId, name } as const;
  switch (access.kind) {
    case "account": {
      const accountId = path.accountId ?? "";
      const member = await memberOf(accountId, userId, access.role, "account");
      return { ...person, accountId, ...member };
    }
    case "tenant":
    case "machine": {
      if (!tenant || tenant.status === "deleted") throw notFound("workspace");
      const { tenantId, accountId, plan } = tenant;
      const atLeast = access.kind === "tenant" ? access.role : "viewer";
      const member = await memberOf(accountId, userId, atLeast, "workspace", tenantId);
      assertWritable(tenant.status, method);
      if (access.kind === "machine")
        throw new VisibleError("forbidden", "Only the squadhub itself may do this.");
      return { ...person, accountId, ...member, tenantId, plan };
    }
    default:
      return person;
  }
}

function assertWritable(status: TenantStatus, method: string): void {
  if (method !== "GET" && status === "deprovisioning")
    throw new VisibleError("conflict", "The workspace is being deleted.");
}

/** Their role in the account, and the tenants they see; one that they do not see does not exist for them. */
async function memberOf(
  accountId: string,
  userId: string,
  atLeast: Role,
  what: "account" | "workspace",
  tenantId?: string,
): Promise<Pick<Member, "role" | "tenantIds">> {
  const member = await findMember(accountId, userId);
  if (!member || (tenantId && !sees(member, tenantId))) throw notFound(what);
  const { role, tenantIds } = member;
  if (!hasRole(role, atLeast))
    throw new VisibleError("forbidden", `This needs the role ${atLeast}; yours is ${role}.`);
  return { role, tenantIds };
}
