// The archives of backups: made and restored by workers while the squadhub is stopped.
import { objects, squadhubs } from "#platform";
import type { SquadhubRef } from "../../platform/types/squadhubs.ts";
import * as Run from "../run/index.ts";
import * as Squadhub from "../squadhub/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { archiveKey, type BackupReason, backupIdOf, deleteRecord, find, list, record } from "./index.ts";

/** How many backups of a workspace are kept. */
export const MAX_BACKUPS = 5;

/** Makes the run's backup and deletes the oldest beyond the limit. Idempotent. Throws `conflict` when the run has ended. */
export async function create(runId: string, why: BackupReason, squadhub: SquadhubRef): Promise<void> {
  const backupId = backupIdOf(runId);
  if (!(await find(backupId))) {
    const key = archiveKey(backupId);
    const size = await objects.write(key, await squadhubs.packStorage(squadhub));
    const version = (await Squadhub.find())?.version;
    if (!(await record(runId, { size, why, revision: squadhub.revision, version }))) {
      await objects.deleteAll(key);
      throw new VisibleError("conflict", "The run has ended meanwhile.");
    }
  }
  await prune((await Run.read(runId)).backupId);
}

/** Deletes the oldest backups beyond the limit, except one that is being restored. */
async function prune(restored: string | undefined): Promise<void> {
  const { items } = await list({ limit: 100 });
  for (const { backupId } of items.slice(MAX_BACKUPS)) {
    if (backupId === restored) continue;
    await objects.deleteAll(archiveKey(backupId));
    await deleteRecord(backupId);
  }
}

/** Replaces the squadhub's storage by a backup's. `confirm` throws when that is no longer wanted. Throws `not_found`. */
export async function restore(
  backupId: string,
  squadhub: SquadhubRef,
  confirm: () => Promise<void>,
): Promise<void> {
  const archive = await objects.read(archiveKey(backupId));
  if (!archive) throw notFound("backup");
  await squadhubs.unpackStorage(squadhub, archive, confirm);
}
