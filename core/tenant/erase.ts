// Erases a tenant's items in the table, whatever their entity.
import { eraseItems } from "../table/erase.ts";

/** Items about the tenant itself, which stay until the run that erases it has ended. */
const KEPT = ["TENANT", "PLACE", "SQUADHUB", "RUN#", "CONNECTION#"];

/** The agents' workspace files. */
export const FILE_PREFIXES = ["FILE#"];

/** What is written when a squad is seeded. */
export const SEED_PREFIXES = [...FILE_PREFIXES, "AGENT#", "HEARTBEAT#", "ROUTINE#", "ACTIVITY#"];

/** Deletes the tenant's items whose sort keys begin with one of `prefixes`; by default all items except `KEPT`. */
export async function erase(prefixes?: string[]): Promise<void> {
  if (!prefixes) return eraseItems("", (sk) => !KEPT.some((kept) => sk.startsWith(kept)));
  for (const prefix of prefixes) await eraseItems(prefix);
}
