// Turns a bearer token and a path into an actor, or refuses. People and machines both come in here.
import type { Member } from "../../core/account/membership.ts";
import * as Membership from "../../core/account/membership.ts";
import { type Actor, hasOperatorRole, hasRole, type Role, type UserActor } from "../../core/actor/index.ts";
import * as BreakGlass from "../../core/operator/break-glass.ts";
import * as Operator from "../../core/operator/index.ts";
import * as Session from "../../core/session/index.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import type { TenantStatus } from "../../core/tenant/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { notFound, VisibleError } from "../../core/util/error.ts";
import { auditAdmission, auditIdentity } from "./audit.ts";
import type { Access } from "./route.ts";
import { unauthenticated, verify } from "./token.ts";

const isSquadhubToken = (token: string) => token.startsWith("sqh.");

/**
 * The actor of a request. Throws `unauthenticated` without a live token; `not_found` for an account or tenant that is
 * not the caller's, as if it did not exist; `forbidden` when the role is too low or the kind of caller is wrong;
 * `conflict` for a write to a workspace that is being deleted.
 */
export async function resolve(
  access: Access,
  bearer: string | undefined,
  path: Record<string, string | undefined>,
  method: string,
): Promise<Actor> {
  return auditAdmission(await actorOf(access, bearer, path, method));
}

async function actorOf(
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
  pathTenantId: string | undefined,
  method: string,
): Promise<Actor> {
  // The token names its tenant, so that both can be read at once. The directory decides whether the name is true.
  const claimed = /^sqh\.(ten_\w{26})\./.exec(token)?.[1];
  if (!claimed) throw unauthenticated();
  const [tenantId, tenant] = await Promise.all([Squadhub.tenantOfToken(token), Tenant.find(claimed)]);
  if (tenantId !== claimed || !tenant) throw unauthenticated();
  auditIdentity({ type: "machine", tenantId });
  if (access.kind !== "machine" && access.kind !== "tenant")
    throw new VisibleError("forbidden", "A squadhub token works only for the routes of its own workspace.");
  if (tenantId !== pathTenantId) throw notFound("workspace");
  if (access.kind === "tenant" && !access.machine)
    throw new VisibleError("forbidden", "Only people may do this, not agents.");
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
    Session.find(Session.sessionIdOf(token.issuer, token.session)),
    path.tenantId ? Tenant.find(path.tenantId) : undefined,
  ]);
  if (!session) throw new VisibleError("unauthenticated", "Your session has ended. Sign in again.");
  const { userId, sessionId, name } = session;
  const person = auditIdentity({ type: "user", userId, sessionId, name } as const);
  switch (access.kind) {
    case "account": {
      const { accountId = "" } = path;
      const member = await Membership.find(accountId, userId);
      if (!member) throw notFound("account");
      return memberActor(person, member, access.role);
    }
    case "tenant":
    case "machine": {
      if (!tenant || tenant.status === "deleted") throw notFound("workspace");
      const { tenantId, accountId, plan } = tenant;
      const member = await Membership.find(accountId, userId);
      const atLeast = access.kind === "tenant" ? access.role : "viewer";
      if (!member || !Membership.canSee(member, tenantId)) {
        const mayRead = method === "GET" && access.kind === "tenant" && hasRole("viewer", atLeast);
        if (!mayRead || !(await BreakGlass.canRead(userId, tenantId))) throw notFound("workspace");
        return { ...person, accountId, role: "viewer", tenantId, plan, breakGlass: true };
      }
      const found = memberActor(person, member, atLeast);
      assertWritable(tenant.status, method);
      if (access.kind === "machine")
        throw new VisibleError("forbidden", "Only the workspace's squadhub may do this.");
      return { ...found, tenantId, plan };
    }
    case "operator": {
      const operator = await Operator.roleOf(userId);
      if (!operator) throw new VisibleError("forbidden", "Only operators of the service may do this.");
      if (!hasOperatorRole(operator, access.role))
        throw new VisibleError(
          "forbidden",
          `This needs the operator role ${access.role}. Your role is ${operator}.`,
        );
      if (path.tenantId && !tenant) throw notFound("workspace");
      return { ...person, operator, tenantId: path.tenantId };
    }
    default:
      return person;
  }
}

function assertWritable(status: TenantStatus, method: string): void {
  if (method !== "GET" && status === "deprovisioning")
    throw new VisibleError("conflict", "The workspace is being deleted.");
}

function memberActor(person: UserActor, { accountId, role, tenantIds }: Member, atLeast: Role): UserActor {
  const member = auditIdentity({ ...person, accountId, role, tenantIds });
  if (!hasRole(role, atLeast))
    throw new VisibleError("forbidden", `This needs the role ${atLeast}. Your role is ${role}.`);
  return member;
}
