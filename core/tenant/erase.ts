// Removes what a tenant has in the table, of whatever entity it is.
import { eraseItems } from "../table/erase.ts";

/** What tells of the tenant itself and stays until the run that erases it has ended. */
const KEPT = ["TENANT", "PLACE", "SQUADHUB", "RUN#", "CONNECTION#"];

/** The agents' files as they are kept centrally. */
export const FILE_PREFIXES = ["FILE#"];

/** What a new squad is seeded with. */
export const SEED_PREFIXES = [...FILE_PREFIXES, "AGENT#", "HEARTBEAT#", "ROUTINE#", "ACTIVITY#"];

/** Deletes the tenant's items whose sort keys begin with one of `prefixes`; without, all but what tells of it. */
export async function erase(prefixes?: string[]): Promise<void> {
  if (!prefixes) return eraseItems("", (sk) => !KEPT.some((kept) => sk.startsWith(kept)));
  for (const prefix of prefixes) await eraseItems(prefix);
}
