// Labels for roles, plans and the workspaces that a member sees.
import type { Schemas } from "../api.ts";
import type { Tenant } from "../queries.ts";
import type { Role } from "../roles.ts";

export const roleLabels: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

export const roleDescriptions: Record<Role, string> = {
  owner: "Can do everything, including deleting workspaces and transferring the account.",
  admin: "Can create workspaces and manage members and viewers.",
  member: "Can work on the board with the squad.",
  viewer: "Can read everything and change nothing.",
};

/** What a squadhub does when it has had no work for a while. */
function idleLabel(minutes: number | undefined): string {
  if (minutes === undefined) return "Stays awake";
  return minutes < 60 ? `Sleeps after ${minutes} minutes` : `Sleeps after ${minutes / 60} hours`;
}

/** What a plan includes. */
export const planFacts = (limits: Schemas["Plan"]): [string, string][] => [
  ["Squadhub", `${limits.cpu} vCPU, ${limits.memory} GB of memory`],
  ["When idle", idleLabel(limits.idleMinutes)],
  ["Agents", `${limits.agents} per workspace`],
  ["Messages", `${limits.messagesPerHour.toLocaleString()} to agents per hour`],
  ["Documents", `${limits.documentGigabytes.toLocaleString()} GB`],
  ["API requests", `${limits.requestsPerMinute.toLocaleString()} per minute`],
];

/** `acme`, `acme and beta`, `3 workspaces`. */
export function workspacesLabel(tenantIds: string[], tenants: Pick<Tenant, "tenantId" | "name">[]): string {
  const names = tenants.filter(({ tenantId }) => tenantIds.includes(tenantId)).map(({ name }) => name);
  if (names.length === tenantIds.length && names.length <= 2) return names.join(" and ");
  return `${tenantIds.length} workspace${tenantIds.length === 1 ? "" : "s"}`;
}
