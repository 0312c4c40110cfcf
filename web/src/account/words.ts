// Roles, plans and narrowings in words.
import type { Schemas } from "../api.ts";
import type { Tenant } from "../queries.ts";
import type { Role } from "../ranks.ts";

export const roleWords: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

export const roleDeeds: Record<Role, string> = {
  owner: "Everything, and deleting workspaces and handing the account over.",
  admin: "Makes workspaces, and invites and changes members and viewers.",
  member: "Works on the board with the squad.",
  viewer: "Reads along.",
};

export const planName = (plan: string): string => `${plan[0]?.toUpperCase() ?? ""}${plan.slice(1)}`;

/** How long a squadhub waits for something to do before it sleeps. */
export function idleWords(minutes: number | undefined): string {
  if (minutes === undefined) return "Never sleeps unless you say so";
  return minutes < 60 ? `Sleeps after ${minutes} minutes` : `Sleeps after ${minutes / 60} hours`;
}

/** What a plan allows, as facts. */
export const planFacts = (limits: Schemas["Plan"]): [string, string][] => [
  ["Squadhub", `${limits.cpu} vCPU, ${limits.memory} GB of memory`],
  ["When idle", idleWords(limits.idleMinutes)],
  ["Agents", `${limits.agents} in each workspace`],
  ["Messages", `${limits.messagesPerHour.toLocaleString()} to agents an hour`],
  ["Documents", `${limits.documentGigabytes.toLocaleString()} GB`],
  ["Requests", `${limits.requestsPerMinute.toLocaleString()} a minute`],
];

/** `acme`, `acme and beta`, `3 workspaces`. */
export function narrowingWords(tenantIds: string[], tenants: Pick<Tenant, "tenantId" | "name">[]): string {
  const names = tenants.filter(({ tenantId }) => tenantIds.includes(tenantId)).map(({ name }) => name);
  if (names.length === tenantIds.length && names.length <= 2) return names.join(" and ");
  return `${tenantIds.length} workspace${tenantIds.length === 1 ? "" : "s"}`;
}
