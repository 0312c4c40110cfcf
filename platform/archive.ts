// A directory as one compressed archive, and a directory from one: with owners, modes and links, whole or not at all.
import { randomUUID } from "node:crypto";
import { chmod, lchown, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { type Readable, pipeline as run } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import tar from "tar-fs";

/** All of `directory`, which nobody may change meanwhile. The stream fails when a part cannot be read. */
export async function pack(directory: string): Promise<Readable> {
  // With their types: without them a link to a directory would be followed.
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const inside = found.map(({ parentPath, name }) => relative(directory, join(parentPath, name)));
  // Apart from the call: the types of tar-fs lack `umask`.
  const options = {
    // Each by name, so that one which cannot be read is an error: a walk of its own would end the archive there.
    entries: [".", ...inside],
    ignore: () => true,
    umask: 0,
    // Pipes and devices hold nothing.
    strict: false,
  };
  const archive = tar.pack(directory, options);
  // What a state directory holds shrinks well even so, and nobody waits for the last tenth.
  // An error of the one ends the other, which is where its reader hears of it.
  return run(archive, createGzip({ level: constants.Z_BEST_SPEED }), () => undefined);
}

/**
 * Replaces `directory` by what `archive` holds: unpacked beside it and put in its place at the end, after `confirm`,
 * which throws where that is not wanted any more. Cut short at any moment it leaves the one or the other, or neither
 * with what `discardBeside` removes; then it is to be done again.
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
  // Apart from the call: the types of tar-fs lack `umask` and `validateSymlinks`.
  const options = {
    umask: 0,
    // Agents make links as they like. They are kept as they were: nothing is ever written through one.
    validateSymlinks: false,
    map(header: tar.Headers) {
      if (header.name === ".") own = { ...header };
      return header;
    },
  };
  const entries = tar.extract(fresh, options);
  await pipeline(archive, createGunzip(), entries);
  if (!own) throw new Error("The archive is not one of a whole directory.");
  if (process.getuid?.() === 0) await lchown(fresh, own.uid, own.gid);
  await chmod(fresh, own.mode & 0o777);
}

/** Removes what unpacking that was cut short has left beside `directory`. */
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
