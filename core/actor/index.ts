// The actor: set once per request, read by the domain. Tenant ids are never passed as arguments.
import { AsyncLocalStorage } from "node:async_hooks";
import type { PlanId } from "../plan/index.ts";
import { VisibleError } from "../util/error.ts";
import type { OperatorRole, Role } from "./role.ts";

export * from "./role.ts";

/** A person. `accountId`, `role` and `tenantId` are set only after the resolver has checked the membership. */
export interface UserActor {
  type: "user";
  userId: string;
  sessionId: string;
  name: string;
  accountId?: string;
  role?: Role;
  /** The only tenants of the account that they see; all of them when absent. */
  tenantIds?: string[];
  tenantId?: string;
  /** Their role as an operator, on routes for operators. */
  operator?: OperatorRole;
  /** An operator who reads the tenant's content, for a reason that the tenant sees. */
  breakGlass?: boolean;
  /** The tenant's plan; set with `tenantId`. */
  plan?: PlanId;
}

/** A squadhub's CLI or plugin. */
export interface MachineActor {
  type: "machine";
  tenantId: string;
  plan?: PlanId;
}

/** Our own workers, such as workflows, delivery and schedules. */
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

/** The signed-in person. Throws `unauthenticated`. */
export function currentUser(): UserActor {
  const who = actor();
  if (who.type !== "user") throw new VisibleError("unauthenticated", "Sign in first.");
  return who;
}

/** The tenant of this request: the domain's only source of a tenant id. */
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
