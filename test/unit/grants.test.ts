// What each function is granted, compared with what its bundle uses.
import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries } from "../../infra/build.ts";
import { type Bundles, bundle } from "../../infra/bundles.ts";
import { fileOf, parts } from "../../infra/deployment.ts";
import { stepGrants } from "../../infra/squadhub-grants.ts";
import { stepEntry } from "../../infra/stacks/workflows.ts";
import { actionsOfCommand } from "../support/aws-actions.ts";
import { type Deployed, type DeployedFunction, deploy, functionsOf } from "../support/deployed.ts";

let directory: string;
let bundles: Bundles;
let deployed: Deployed;
let functions: Map<string, DeployedFunction>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "clawe-grants-"));
  bundles = await bundle(entries, join(directory, "functions"));
  deployed = deploy(bundles);
  functions = functionsOf(deployed);
}, 240_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

const inOrder = (names: Iterable<string>) => [...new Set(names)].sort();

/** The actions that provisioning steps are granted one by one: their bundles hold the whole driver. */
function actionsOfSteps(): Set<string> {
  const grants = Object.values(stepGrants).flat();
  const permissions = grants.flatMap((name) => deployed.deployment.grantOf(name).permissions ?? []);
  return new Set(permissions.flatMap(({ actions }) => actions));
}

/** The steps that mount the file system of all tenants. */
const mounted = Object.entries(stepGrants).flatMap(([step, grants]) =>
  grants.includes("mount") ? [stepEntry(step)] : [],
);

describe("every function", () => {
  it("is made from one of the entries, and every entry is made a function", () => {
    expect(inOrder(functions.keys())).toEqual(inOrder(entries));
  });

  it("loads in Node as it is bundled, without a setting, and exports its handler", async () => {
    const files = [...bundles.values()].map((each) => join(each.directory, "index.mjs"));
    const load = `for (const file of ${JSON.stringify(files)})
      if (typeof (await import(file)).handler !== "function") throw new Error(file);`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", load], { env: {} });
    await expect(run).resolves.toMatchObject({ stderr: "" });
  }, 300_000);

  it.each(entries)("has every setting that its bundle asks for: %s", async (entry) => {
    const code = await readFile(join(bundles.get(entry)!.directory, "index.mjs"), "utf8");
    const asked = [...code.matchAll(/\w\((["'`])(CLAWE_\w+)\1\)/g)].map(([, , name]) => name!);
    const needed = asked.filter((name) => mounted.includes(entry) || !name.startsWith("CLAWE_MOUNT"));
    const { settings } = functions.get(entry)!;
    expect(inOrder(needed.filter((name) => !settings.has(name)))).toEqual([]);
  });

  it.each(entries)("may call every AWS operation that its bundle holds: %s", (entry) => {
    const held = bundles.get(entry)!.inputs.flatMap(actionsOfCommand);
    const { actions } = functions.get(entry)!;
    const ofSteps = actionsOfSteps();
    expect(inOrder(held.filter((action) => !actions.has(action) && !ofSteps.has(action)))).toEqual([]);
  });

  it("may do as a step what the driver does in that step, and no step's action is granted to nobody", () => {
    const held = new Set([...bundles.values()].flatMap(({ inputs }) => inputs.flatMap(actionsOfCommand)));
    const granted = new Set([...functions.values()].flatMap(({ actions }) => [...actions]));
    const ofSteps = [...actionsOfSteps()].filter((action) => held.has(action));
    expect(ofSteps.length).toBeGreaterThan(20);
    expect(ofSteps.filter((action) => !granted.has(action))).toEqual([]);
  });

  it("may not scan the table", () => {
    for (const [entry, { actions }] of functions) expect(actions, entry).not.toContain("dynamodb:Scan");
  });
});

describe("the parts of the platform", () => {
  it.each(parts)(
    "have a file in platform/aws/ with the name by which a bundle is searched: %s",
    async (part) => {
      await expect(access(`platform/aws/${fileOf(part)}.ts`)).resolves.toBeUndefined();
    },
  );

  it("are bundled only where they are used: the task API holds no client of squadhubs' resources", () => {
    const { platform } = bundles.get("api/task")!;
    expect(platform).toContain("table");
    expect(platform).not.toContain("squadhubs");
    expect(platform).not.toContain("secrets");
  });

  it("let operators look at executions and schedules, and change neither", () => {
    const { platform } = bundles.get("api/inspection")!;
    expect(platform).toContain("executions");
    expect(platform).toContain("schedule-reader");
    expect(platform).not.toContain("workflows");
    expect(platform).not.toContain("schedules");
  });
});

it("cdk-nag finds nothing that is not acknowledged with a reason", () => {
  expect(new AwsSolutionsChecks().validateScope(deployed.app).violations).toEqual([]);
});
