// Erases, packs and replaces a tenant's files. No AWS call does that: the functions that use this file mount the cell's
// `/tenants` directory, as root.
import { lstat, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { discardBeside, pack, unpack } from "../../archive.ts";
import type { SquadhubSpec } from "../../types/squadhubs.ts";
import { setting } from "../settings.ts";

export async function eraseStorage(spec: SquadhubSpec): Promise<void> {
  const directory = await mounted(spec);
  await discardBeside(directory);
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
}

export async function packStorage(spec: SquadhubSpec): Promise<Readable> {
  return pack(await mounted(spec));
}

export async function unpackStorage(
  spec: SquadhubSpec,
  archive: Readable,
  confirm: () => Promise<void>,
): Promise<void> {
  await unpack(archive, await mounted(spec), confirm);
}

/** The tenant's directory. Throws when another cell's file system is mounted: that cell has its own function. */
async function mounted({ tenantId, cell }: SquadhubSpec): Promise<string> {
  if (setting("CLAWE_MOUNTED_FILE_SYSTEM") !== cell.fileSystem)
    throw new Error(`This function does not mount ${cell.fileSystem}. Run the function of that cell.`);
  if (!/^[\w-]+$/.test(tenantId)) throw new Error("This tenant id cannot name a directory.");
  const mount = setting("CLAWE_MOUNT");
  // Throws when nothing is mounted: an empty path would look as if the data were gone.
  await lstat(mount);
  return join(mount, tenantId);
}
