// Removes what a tenant has in the table, of whatever entity it is.
import { eraseItems } from "../erase.ts";

/** What tells of the tenant itself and stays until the run that erases it has ended. */
const KEPT = ["TENANT", "PLACE", "SQUADHUB", "RUN#", "CONNECTION#"];

/** What a new squad is seeded with. */
export const SEEDS = ["AGENT#", "HEARTBEAT#", "ROUTINE#", "FILE#", "ACTIVITY#"];

/** Deletes the tenant's items whose sort keys begin with one of `prefixes`; without, all but what tells of it. */
export async function erase(prefixes?: string[]): Promise<void> {
  if (!prefixes) return eraseItems("", (sk) => !KEPT.some((kept) => sk.startsWith(kept)));
  for (const prefix of prefixes) await eraseItems(prefix);
}
