// Packs a directory into one compressed archive and unpacks it again, with owners, modes and links, whole or not at all.
import { randomUUID } from "node:crypto";
import { chmod, lchown, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { type Readable, pipeline as run } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import tar from "tar-fs";

/** Packs all of `directory`, which must not change meanwhile. The stream fails when a file cannot be read. */
export async function pack(directory: string): Promise<Readable> {
  // With file types: without them, links to directories would be followed.
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => relative(directory, join(parentPath, name)));
  // Declared apart from the call: the types of tar-fs lack `umask`.
  const options = {
    // Named one by one, so that a file that cannot be read is an error: walking the directory itself, tar-fs would end the
    // archive there.
    entries: [".", ...paths],
    ignore: () => true,
    umask: 0,
    // Skips pipes and devices, which have no content.
    strict: false,
  };
  const archive = tar.pack(directory, options);
  // State directories compress well even at the best speed. An error of the archive also destroys the gzip stream, where
  // the reader gets it.
  return run(archive, createGzip({ level: constants.Z_BEST_SPEED }), () => undefined);
}

/**
 * Replaces `directory` by the content of `archive`. It unpacks the archive beside the directory and puts it in place at the
 * end, after `confirm`, which throws when the change is no longer wanted. A crash leaves the old content, the new content,
 * or none: then unpack again, which also removes the leftovers.
 */
export async function unpack(
  archive: Readable,
  directory: string,
  confirm: () => Promise<void>,
): Promise<void> {
  await discardBeside(directory);
  const fresh = beside(directory);
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  try {
    await fill(fresh, archive);
    await confirm();
    const replaced = beside(directory);
    await renameIfThere(directory, replaced);
    await rename(fresh, directory);
    await rm(replaced, { recursive: true, force: true });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function fill(fresh: string, archive: Readable): Promise<void> {
  let own: tar.Headers | undefined;
  // Declared apart from the call: the types of tar-fs lack `umask` and `validateSymlinks`.
  const options = {
    umask: 0,
    // Agents create links as they like. They are restored as they were; nothing is ever written through a link.
    validateSymlinks: false,
    map(header: tar.Headers) {
      if (header.name === ".") own = { ...header };
      return header;
    },
  };
  const entries = tar.extract(fresh, options);
  await pipeline(archive, createGunzip(), entries);
  if (!own) throw new Error("The archive does not contain a whole directory.");
  if (process.getuid?.() === 0) await lchown(fresh, own.uid, own.gid);
  await chmod(fresh, own.mode & 0o777);
}

/** Removes what an interrupted `unpack` has left beside `directory`. */
export async function discardBeside(directory: string): Promise<void> {
  const prefix = `.${basename(directory)}.`;
  const names = await readdir(dirname(directory)).catch(ignoreMissing);
  for (const name of names ?? [])
    if (name.startsWith(prefix)) await rm(join(dirname(directory), name), { recursive: true, force: true });
}

const beside = (directory: string) => join(dirname(directory), `.${basename(directory)}.${randomUUID()}`);

async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
