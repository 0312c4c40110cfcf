// A whole service for one test file: temporary state, a free port, stub gateways.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Cloud, type CloudOptions, startCloud } from "../../local/cloud.ts";
import { runtimeOf } from "../../local/runtime.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { watchTable } from "./table-watch.ts";

export interface TestCloud {
  cloud: Cloud;
  /** Problems that the service reported. */
  problems: string[];
  /** Stops the service and starts it again on the same state; `meanwhile` runs while it is down. */
  restart(meanwhile?: () => Promise<void> | void): Promise<Cloud>;
  close(): Promise<void>;
}

export const cliBundle = resolve("dist/clawe.mjs");

/** The options of a service for tests with its state in `directory`. */
export const cloudOptions = (directory: string): Omit<CloudOptions, "report"> => ({
  directory,
  port: 0,
  runtime: runtimeOf("stub", directory, () => undefined),
  web: resolve("dist/web"),
  cli: cliBundle,
  timeScale: 0.01,
});

export async function aCloud(options: Partial<CloudOptions> = {}): Promise<TestCloud> {
  await ensureBuilt({ only: ["cli"] });
  const directory = await mkdtemp(join(tmpdir(), "clawe-e2e-"));
  const problems: string[] = [];
  const violations = new Set<string>();
  async function start(): Promise<Cloud> {
    const cloud = await startCloud({
      ...cloudOptions(directory),
      report: (problem) => problems.push(problem),
      ...options,
    });
    watchTable(cloud.engine, violations);
    return cloud;
  }
  const world: TestCloud = {
    cloud: await start(),
    problems,
    async restart(meanwhile) {
      await world.cloud.stop();
      await meanwhile?.();
      world.cloud = await start();
      return world.cloud;
    },
    async close() {
      await world.cloud.stop();
      await rm(directory, { recursive: true, force: true });
      // Checked in every test: no scans, and no access beyond the actor's own keys.
      if (violations.size > 0)
        throw new Error(
          `The table was accessed in ways that are not permitted:\n${[...violations].join("\n")}`,
        );
    },
  };
  return world;
}
