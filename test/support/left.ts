// Leftovers of one workspace in a service that has others.
import { type Inventory, leftSince } from "../../local/demo/inventory.ts";

const tenantsIn = (line: string): string[] => line.match(/\bten_\w+/g) ?? [];

/** Resources that were added since `before`, except those of workspaces that existed before. */
export function leftByNewcomers(before: Inventory, after: Inventory): string[] {
  const known = new Set([...before].flatMap(tenantsIn));
  return leftSince(before, after).filter((line) => !tenantsIn(line).some((tenantId) => known.has(tenantId)));
}
