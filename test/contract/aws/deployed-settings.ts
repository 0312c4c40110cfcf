// Runs once before the tests of the platform on AWS: what infra/ gives to the users of each part of the platform.
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

export default async function setup({ provide }: TestProject): Promise<void> {
  // A process of its own: Vitest has no conditions here, by which infra/ would find its platform.
  const script = resolve("test/support/granted-settings.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--conditions=local", script]);
  provide("granted", JSON.parse(stdout));
}

declare module "vitest" {
  interface ProvidedContext {
    /** By part: its settings. */
    granted: Record<string, Record<string, string>>;
  }
}
