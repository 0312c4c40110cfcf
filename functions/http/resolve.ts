// Turns a bearer token and a path into an actor, or refuses. The one door for people and machines.
import { type Actor, hasRole, type Role } from "../../core/actor.ts";
import { notFound, VisibleError } from "../../core/error.ts";
import { find as findMember } from "../../core/member/index.ts";
import { find as findSession, sessionIdOf } from "../../core/session/index.ts";
import { tenantOfToken } from "../../core/squadhub/index.ts";
import { find as findTenant } from "../../core/tenant/entity.ts";
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
  if (isSquadhubToken(bearer)) return resolveMachine(access, bearer, path.tenantId);
  if (access.kind === "token") {
    await verify(bearer);
    return { type: "public" };
  }
  return resolveUser(access, bearer, path, method);
}

async function resolveMachine(access: Access, token: string, wanted: string | undefined): Promise<Actor> {
  const tenantId = await tenantOfToken(token);
  if (!tenantId) throw unauthenticated();
  if (access.kind !== "machine" && access.kind !== "tenant")
    throw new VisibleError("forbidden", "A squadhub token works for its own workspace only.");
  if (tenantId !== wanted) throw notFound("workspace");
  if (access.kind === "tenant" && !access.machine)
    throw new VisibleError("forbidden", "This is for people; agents may not do it.");
  return { type: "machine", tenantId };
}

async function resolveUser(
  access: Access,
  bearer: string,
  path: Record<string, string | undefined>,
  method: string,
): Promise<Actor> {
  const token = await verify(bearer);
  const session = await findSession(sessionIdOf(token.issuer, token.session));
  if (!session) throw new VisibleError("unauthenticated", "This sign-in has ended. Sign in again.");
  const { userId, sessionId, name } = session;
  const person = { type: "user", userId, sessionId, name } as const;
  switch (access.kind) {
    case "account": {
      const accountId = path.accountId ?? "";
      return { ...person, accountId, role: await roleIn(accountId, userId, access.role, "account") };
    }
    case "tenant":
    case "machine": {
      const tenantId = path.tenantId ?? "";
      const tenant = await findTenant(tenantId);
      if (!tenant || tenant.status === "deleted") throw notFound("workspace");
      const { accountId } = tenant;
      const role = await roleIn(
        accountId,
        userId,
        access.kind === "tenant" ? access.role : "viewer",
        "workspace",
      );
      if (method !== "GET" && tenant.status === "deprovisioning")
        throw new VisibleError("conflict", "The workspace is being deleted.");
      if (access.kind === "machine")
        throw new VisibleError("forbidden", "Only the squadhub itself may do this.");
      return { ...person, accountId, role, tenantId };
    }
    default:
      return person;
  }
}

async function roleIn(accountId: string, userId: string, atLeast: Role, what: string): Promise<Role> {
  const member = await findMember(accountId, userId);
  if (!member) throw notFound(what);
  if (!hasRole(member.role, atLeast))
    throw new VisibleError("forbidden", `This needs the role ${atLeast}; yours is ${member.role}.`);
  return member.role;
}
