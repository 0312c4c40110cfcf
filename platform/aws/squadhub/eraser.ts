// Removes a tenant's files. Deleting an access point does not, and no AWS call does: this function mounts the cell's
// `/tenants` directory itself.
import { lstat, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SquadhubSpec } from "../../types.ts";
import { setting } from "../settings.ts";

/** Throws where another cell's file system is mounted: that cell's own eraser must do it. */
export async function eraseStorage({ tenantId, cell }: SquadhubSpec): Promise<void> {
  if (setting("CLAWE_ERASER_FILE_SYSTEM") !== cell.fileSystem)
    throw new Error(`This function does not mount ${cell.fileSystem}: run the eraser of that cell.`);
  if (!/^[\w-]+$/.test(tenantId)) throw new Error("The tenant's id is not the name of a directory.");
  const mount = setting("CLAWE_ERASER_MOUNT");
  // An unmounted path would look as if everything were gone.
  await lstat(mount);
  await rm(join(mount, tenantId), { recursive: true, force: true, maxRetries: 3 });
}
