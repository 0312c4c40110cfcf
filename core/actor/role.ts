// Roles: of people in an account, and of operators, who run the service.
import * as z from "zod";

export const role = z.enum(["owner", "admin", "member", "viewer"]);
export type Role = z.output<typeof role>;

const ranks: Record<Role, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

export function hasRole(role: Role, atLeast: Role): boolean {
  return ranks[role] >= ranks[atLeast];
}

/** Whether somebody with `role` may promote, demote or remove somebody with the role `other`. */
export function outranks(role: Role, other: Role): boolean {
  return role === "owner" || (hasRole(role, "admin") && ranks[role] > ranks[other]);
}

export const operatorRole = z.enum(["viewer", "manager", "admin"]);
export type OperatorRole = z.output<typeof operatorRole>;

const operatorRanks: Record<OperatorRole, number> = { viewer: 0, manager: 1, admin: 2 };

export function hasOperatorRole(role: OperatorRole, atLeast: OperatorRole): boolean {
  return operatorRanks[role] >= operatorRanks[atLeast];
}
