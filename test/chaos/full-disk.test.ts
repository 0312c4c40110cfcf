// A disk that fills up under the embedded table: what was acknowledged is kept, whatever the next write meets.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROUNDS = 50;

interface Round {
  acknowledged: number;
  lost: number;
  recovered: boolean;
  refusals: string[];
  whileFull: { refused: boolean; read: boolean; failure?: string };
}

/** How to get a mount namespace of its own, or why there is none to be had. */
function namespace(): string[] | string {
  const candidates = [["--mount"], ["--map-root-user", "--mount"]];
  let reason = "";
  for (const flags of candidates)
    try {
      execFileSync("unshare", [...flags, "true"], { stdio: "pipe" });
      return flags;
    } catch (error) {
      reason = (error as Error).message;
    }
  return reason;
}
const flags = namespace();

test.skipIf(typeof flags === "string")(
  `keeps every acknowledged write when the disk fills up and room is made again${typeof flags === "string" ? ` (no mount namespace here: ${flags})` : ""}`,
  { timeout: 600_000 },
  async ({ onTestFinished }) => {
    const disk = await mkdtemp(join(tmpdir(), "clawe-full-disk-"));
    onTestFinished(() => rm(disk, { recursive: true, force: true }));
    const script = resolve("test/support/full-disk.ts");
    const args = [...flags, process.execPath, "--conditions=local", script, disk, String(ROUNDS)];
    const { stdout } = await promisify(execFile)("unshare", args);
    const rounds = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Round);

    expect(rounds).toHaveLength(ROUNDS);
    for (const { acknowledged, lost, recovered, refusals, whileFull } of rounds) {
      expect(lost, "acknowledged writes that are gone after a stop and a start").toBe(0);
      expect(recovered).toBe(true);
      expect(acknowledged).toBeGreaterThan(50);
      expect(refusals).toEqual(["StorageUnavailable"]);
      expect(whileFull).toMatchObject({ refused: true, read: true });
      expect(whileFull.failure).toMatch(/no space left/i);
    }
  },
);
