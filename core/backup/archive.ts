// The archives themselves: made and put back by workers, while the squadhub is stopped.
import { objects, squadhubs } from "#platform";
import type { SquadhubSpec } from "../../platform/types/squadhubs.ts";
import * as Run from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { failedConditions } from "../table/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { archiveKey, type BackupReason, backupIdOf, deleteRecord, find, list, record } from "./index.ts";

/** So many are kept of a workspace. */
export const MAX_BACKUPS = 5;

/** Makes the run's backup, then deletes those that are too many; again is the same. Throws `conflict` when the run has ended. */
export async function create(runId: string, why: BackupReason, spec: SquadhubSpec): Promise<void> {
  const backupId = backupIdOf(runId);
  if (!(await find(backupId))) {
    const key = archiveKey(backupId);
    const size = await objects.write(key, await squadhubs.packStorage(spec));
    const version = (await Squadhub.find())?.version;
    try {
      await record(runId, { size, why, revision: spec.revision, version });
    } catch (error) {
      if (!failedConditions(error)) throw error;
      await objects.deleteAll(key);
      throw new VisibleError("conflict", "The run has ended meanwhile.", { cause: error });
    }
  }
  await prune((await Run.read(runId)).backupId);
}

/** Deletes the oldest beyond those that are kept, but for one that is still needed. */
async function prune(needed: string | undefined): Promise<void> {
  const { items } = await list({ limit: 100 });
  for (const { backupId } of items.slice(MAX_BACKUPS)) {
    if (backupId === needed) continue;
    await objects.deleteAll(archiveKey(backupId));
    await deleteRecord(backupId);
  }
}

/** Replaces the squadhub's storage by a backup's. `confirm` throws when that is not wanted any more. Throws `not_found`. */
export async function restore(
  backupId: string,
  spec: SquadhubSpec,
  confirm: () => Promise<void>,
): Promise<void> {
  const archive = await objects.read(archiveKey(backupId));
  if (!archive) throw notFound("backup");
  await squadhubs.unpackStorage(spec, archive, confirm);
}
