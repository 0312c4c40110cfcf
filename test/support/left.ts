// What is left of one workspace where others go on with their work.
import { type Inventory, leftSince } from "../../local/demo/inventory.ts";

const tenantsIn = (line: string): string[] => line.match(/\bten_\w+/g) ?? [];

/** What is there now and was not before, but for what belongs to workspaces that were there before. */
export function leftByNewcomers(before: Inventory, after: Inventory): string[] {
  const known = new Set([...before].flatMap(tenantsIn));
  return leftSince(before, after).filter((line) => !tenantsIn(line).some((tenantId) => known.has(tenantId)));
}
