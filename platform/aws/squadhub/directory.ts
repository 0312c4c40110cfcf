// Erases, packs and replaces a tenant's files. No AWS call does that: the functions that use this file mount the cell's
// `/tenants` directory, as root.
import { lstat, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { discardBeside, pack, unpack } from "../../archive.ts";
import type { SquadhubRef } from "../../types/squadhubs.ts";
import { setting } from "../settings.ts";

export async function eraseStorage(ref: SquadhubRef): Promise<void> {
  const directory = await mounted(ref);
  await discardBeside(directory);
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
}

export async function packStorage(ref: SquadhubRef): Promise<Readable> {
  return pack(await mounted(ref));
}

export async function unpackStorage(
  ref: SquadhubRef,
  archive: Readable,
  confirm: () => Promise<void>,
): Promise<void> {
  await unpack(archive, await mounted(ref), confirm);
}

/** Throws where another cell's file system is mounted: that cell's own function must do it. */
async function mounted({ tenantId, cell }: SquadhubRef): Promise<string> {
  if (setting("CLAWE_MOUNTED_FILE_SYSTEM") !== cell.fileSystem)
    throw new Error(`This function does not mount ${cell.fileSystem}. Run the function of that cell.`);
  if (!/^[\w-]+$/.test(tenantId)) throw new Error("This tenant id cannot name a directory.");
  const mount = setting("CLAWE_MOUNT");
  // Throws when nothing is mounted: an empty path would look as if the data were gone.
  await lstat(mount);
  return join(mount, tenantId);
}
