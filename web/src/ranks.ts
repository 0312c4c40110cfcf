// The roles in an account, and who decides about whom.

export const ranks = ["viewer", "member", "admin", "owner"] as const;
export type Role = (typeof ranks)[number];

export const hasRole = (role: Role, atLeast: Role): boolean => ranks.indexOf(role) >= ranks.indexOf(atLeast);

/** Whether somebody with this role may raise, lower, invite or remove somebody with that one. */
export const outranks = (role: Role, other: Role): boolean =>
  role === "owner" || (hasRole(role, "admin") && !hasRole(other, role));
