// Who is acting, set once per request and read by the domain. No id of a tenant is handed down by hand.
import { AsyncLocalStorage } from "node:async_hooks";
import type { PlanId } from "../plan/index.ts";
import { VisibleError } from "../util/error.ts";

export type Role = "owner" | "admin" | "member" | "viewer";
export type OperatorRole = "viewer" | "manager" | "admin";
const ranks: Record<Role, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

/** A person; `accountId`, `role` and `tenantId` only after the resolver has checked the membership. */
export interface UserActor {
  type: "user";
  userId: string;
  sessionId: string;
  name: string;
  accountId?: string;
  role?: Role;
  /** The only tenants of the account they see; absent: all of them. */
  tenantIds?: string[];
  tenantId?: string;
  /** Their rank among the people who run the service, on routes that are for those. */
  operator?: OperatorRole;
  /** An operator who reads what is the tenant's, with a reason that the tenant sees. */
  breakGlass?: boolean;
  /** The tenant's plan, with `tenantId`. */
  plan?: PlanId;
}

/** A squadhub's CLI or plugin. */
export interface MachineActor {
  type: "machine";
  tenantId: string;
  plan?: PlanId;
}

/** Our own workers: workflows, delivery, schedules. */
export interface SystemActor {
  type: "system";
  tenantId?: string;
}

export type Actor = { type: "public" } | UserActor | MachineActor | SystemActor;

const storage = new AsyncLocalStorage<Actor>();

/** Runs `body` as `actor`. */
export function as<R>(actor: Actor, body: () => R): R {
  return storage.run(actor, body);
}

export function actor(): Actor {
  return storage.getStore() ?? { type: "public" };
}

export function currentUser(): UserActor {
  const who = actor();
  if (who.type !== "user") throw new VisibleError("unauthenticated", "Sign in first.");
  return who;
}

/** The tenant of this request. The only source of a tenant id in the domain. */
export function currentTenant(): string {
  const who = actor();
  if (who.type === "public" || !who.tenantId) throw new Error("No tenant in this actor");
  return who.tenantId;
}

export function currentAccount(): string {
  const who = actor();
  if (who.type !== "user" || !who.accountId) throw new Error("No account in this actor");
  return who.accountId;
}

export function hasRole(role: Role, atLeast: Role): boolean {
  return ranks[role] >= ranks[atLeast];
}

/** Whether somebody with this role may raise, lower or remove somebody with that one. */
export function outranks(role: Role, other: Role): boolean {
  return role === "owner" || (hasRole(role, "admin") && ranks[role] > ranks[other]);
}

const operatorRanks: Record<OperatorRole, number> = { viewer: 0, manager: 1, admin: 2 };

export function hasOperatorRole(role: OperatorRole, atLeast: OperatorRole): boolean {
  return operatorRanks[role] >= operatorRanks[atLeast];
}
