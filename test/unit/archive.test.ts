// Archives of directories: they restore what was packed, as a whole or not at all.
import { execFile } from "node:child_process";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pack, unpack } from "../../platform/archive.ts";

let parent: string;
let directory: string;
const always = async () => undefined;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "clawe-archive-"));
  directory = join(parent, "ten_1");
  await mkdir(join(directory, "state", "empty"), { recursive: true });
  await writeFile(join(directory, "state", "a.sqlite"), "as it was");
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const packed = async () => buffer(await pack(directory));
const restore = (archive: Buffer, confirm = always) => unpack(Readable.from([archive]), directory, confirm);
const content = () => readFile(join(directory, "state", "a.sqlite"), "utf8");

test("restores a directory as it was, without what was added since", async () => {
  const archive = await packed();
  await writeFile(join(directory, "state", "a.sqlite"), "changed");
  await writeFile(join(directory, "state", "later"), "new");
  await restore(archive);
  expect(await content()).toBe("as it was");
  expect((await readdir(join(directory, "state"))).sort()).toEqual(["a.sqlite", "empty"]);
  expect(await readdir(parent)).toEqual(["ten_1"]);
});

test("keeps modes, owners, times and long names, whatever the umask", async () => {
  const long = join(directory, "x".repeat(120), "y".repeat(200));
  await mkdir(join(directory, "x".repeat(120)));
  await writeFile(long, "");
  await chmod(long, 0o666);
  await chmod(directory, 0o750);
  const before = await stat(long);
  await restore(await packed());
  const after = await stat(long);
  expect(after).toMatchObject({ mode: before.mode, uid: before.uid, gid: before.gid });
  expect(Math.trunc(after.mtimeMs / 1000)).toBe(Math.trunc(before.mtimeMs / 1000));
  expect((await stat(directory)).mode & 0o777).toBe(0o750);
});

test("keeps links as links, even those that lead out or in circles, and follows none", async () => {
  const outside = join(parent, "outside");
  await mkdir(outside);
  await writeFile(join(outside, "theirs"), "theirs");
  await symlink(outside, join(directory, "out"));
  await symlink("..", join(directory, "state", "up"));
  await symlink("/nowhere", join(directory, "dangling"));
  const archive = await packed();
  await restore(archive);
  expect(await readlink(join(directory, "out"))).toBe(outside);
  expect(await readlink(join(directory, "state", "up"))).toBe("..");
  expect(await readlink(join(directory, "dangling"))).toBe("/nowhere");
  await rm(join(directory, "out"));
  expect(await readFile(join(outside, "theirs"), "utf8")).toBe("theirs");
});

test("skips pipes", async () => {
  await promisify(execFile)("mkfifo", [join(directory, "pipe")]);
  await restore(await packed());
  await expect(lstat(join(directory, "pipe"))).rejects.toThrow("ENOENT");
  expect(await content()).toBe("as it was");
});

test("fails when a file disappears before it is packed", async () => {
  await writeFile(join(directory, "zzz"), "last");
  const archive = await pack(directory);
  await rename(join(directory, "zzz"), join(parent, "zzz"));
  await expect(buffer(archive)).rejects.toThrow("ENOENT");
});

test.each([
  ["cut short", (archive: Buffer) => archive.subarray(0, archive.length - 20)],
  ["damaged", (archive: Buffer) => archive.fill(0, 30, 60)],
  ["empty", () => Buffer.alloc(0)],
])("changes nothing, and leaves nothing behind, for an archive that is %s", async (_, damage) => {
  const archive = damage(await packed());
  await writeFile(join(directory, "state", "a.sqlite"), "present");
  await expect(restore(archive)).rejects.toThrow();
  expect(await content()).toBe("present");
  expect(await readdir(parent)).toEqual(["ten_1"]);
});

test("changes nothing when the confirmation is refused", async () => {
  const archive = await packed();
  await writeFile(join(directory, "state", "a.sqlite"), "present");
  const refuse = () => Promise.reject(new Error("The run has ended."));
  await expect(restore(archive, refuse)).rejects.toThrow("The run has ended.");
  expect(await content()).toBe("present");
  expect(await readdir(parent)).toEqual(["ten_1"]);
});

test("restores the archive after a kill between the two renames", async () => {
  const archive = await packed();
  await rename(directory, join(parent, ".ten_1.killed"));
  await mkdir(join(parent, ".ten_1.half"));
  await restore(archive);
  expect(await content()).toBe("as it was");
  expect(await readdir(parent)).toEqual(["ten_1"]);
});
