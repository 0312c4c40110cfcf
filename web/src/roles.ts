// The roles in an account, from the least to the most powerful.

export const roles = ["viewer", "member", "admin", "owner"] as const;
export type Role = (typeof roles)[number];

export const hasRole = (role: Role, atLeast: Role): boolean => roles.indexOf(role) >= roles.indexOf(atLeast);

/** Whether a person with `role` may invite, change or remove a person with the role `other`. */
export const outranks = (role: Role, other: Role): boolean =>
  role === "owner" || (hasRole(role, "admin") && !hasRole(other, role));
