// The operators' commands as people run them: signing in over loopback, inspecting, and acting on runs.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signUp, type Visitor } from "../../local/demo/visitor.ts";
import { createBrowser, followToClient } from "../../local/identity/headless.ts";
import { aCloud, cliBundle, type TestCloud } from "../support/cloud.ts";

let world: TestCloud;
let ada: Visitor;
let config: string;

beforeAll(async () => {
  world = await aCloud();
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
});
afterAll(() => world.close());
beforeEach(async () => {
  config = await mkdtemp(join(tmpdir(), "clawe-config-"));
  return () => rm(config, { recursive: true, force: true });
});

/** Runs the command; `onStderr` gets its standard error so far, as it grows. */
async function clawe(args: string[], onStderr?: (stderr: string) => void) {
  const child = spawn(process.execPath, [cliBundle, ...args], {
    env: { PATH: process.env.PATH, HOME: config, XDG_CONFIG_HOME: config, CLAWE_URL: world.cloud.url },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 40_000,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
    onStderr?.(stderr);
  });
  const [code, stdout] = await Promise.all([ended, text(child.stdout)]);
  return { code, stdout, stderr };
}

async function ops(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await clawe(["ops", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

const file = () => join(config, "clawe/sign-ins.json");
const asDemo = async () => expect((await clawe(["login", "--demo"])).code).toBe(0);

async function aWorkspace(name: string) {
  const { tenant, run } = await ada.createTenant(name);
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  return { tenantId: tenant.tenantId, runId: run.runId };
}

/** Runs `clawe login`, and calls `visit` with the address that it prints. */
async function loginWith(visit: (url: string) => Promise<void>) {
  const visited = Promise.withResolvers<void>();
  let begun = false;
  const ended = clawe(["login"], (stderr) => {
    const url = /^http\S+$/m.exec(stderr)?.[0];
    if (!url || begun || !stderr.endsWith("\n")) return;
    begun = true;
    visit(url).then(visited.resolve, visited.reject);
  });
  await visited.promise;
  return ended;
}

describe("clawe login", () => {
  test("receives the code from the browser over loopback, and stores the sign-in readable only by its owner", async () => {
    const { code, stdout, stderr } = await loginWith(async (url) => {
      const { origin, searchParams } = new URL(url);
      expect(searchParams.get("redirect_uri")).toMatch(/^http:\/\/localhost:4761[567]\/callback$/);
      expect(searchParams.get("code_challenge_method")).toBe("S256");
      const browser = createBrowser();
      const started = await browser.get(url);
      const page = new URL(started.headers.get("location") ?? "", origin).href;
      const signedIn = await browser.post(`${page}/demo`, {});
      const redirect = await followToClient(browser, `${origin}/oidc`, signedIn);
      const answer = await fetch(redirect);
      expect(await answer.text()).toContain("You can close this page");
    });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Signed in at ${world.cloud.url} as demo@example.com\n`,
    });
    expect(stderr).toContain("Open this address to sign in:");
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await stat(join(config, "clawe"))).mode & 0o777).toBe(0o700);
    expect(await ops("runs")).toBe("No runs.\n");
  });

  test("rejects a redirect that does not have its own state", async () => {
    const { code, stderr } = await loginWith(async (url) => {
      const redirect = new URL(new URL(url).searchParams.get("redirect_uri") ?? "");
      expect((await fetch(new URL("/other", redirect))).status).toBe(404);
      redirect.search = "?code=stolen&state=guessed";
      await fetch(redirect);
    });
    expect(code).toBe(1);
    expect(stderr).toContain("the answer has another state");
    await expect(stat(file())).rejects.toThrow("ENOENT");
  });

  test("is required by operator commands, and is ended by logout", async () => {
    const refused = {
      code: 1,
      stdout: "",
      stderr: `Error: Nobody is signed in at ${world.cloud.url}. Run clawe login.\n`,
    };
    expect(await clawe(["ops", "tenants"])).toEqual(refused);
    await asDemo();
    const kept = JSON.parse(await readFile(file(), "utf8"));
    expect((await clawe(["logout"])).stdout).toBe(`Signed out at ${world.cloud.url}\n`);
    expect(await clawe(["ops", "tenants"])).toEqual(refused);
    // Logout ends the session itself: a copy of the file is worthless.
    await writeFile(file(), JSON.stringify(kept));
    expect((await clawe(["ops", "tenants"])).stderr).toContain("Your session has ended");
    expect((await clawe(["logout"])).code).not.toBe(null);
  });

  test("is renewed once when several commands need it at the same time", async () => {
    await asDemo();
    const before = JSON.parse(await readFile(file(), "utf8"));
    const site = before[world.cloud.url];
    await writeFile(file(), JSON.stringify({ [world.cloud.url]: { ...site, expiresAt: 0 } }));
    await Promise.all([ops("runs"), ops("dead-letters"), ops("runs", "--failed")]);
    const after = JSON.parse(await readFile(file(), "utf8"))[world.cloud.url];
    expect(after.refreshToken).not.toBe(site.refreshToken);
    expect(after.expiresAt).toBeGreaterThan(Date.now());

    // A refresh token that is used twice may have been stolen, so it ends the sign-in.
    await writeFile(file(), JSON.stringify({ [world.cloud.url]: { ...site, expiresAt: 0 } }));
    expect((await clawe(["ops", "runs"])).stderr).toBe(
      `Error: Your sign-in at ${world.cloud.url} has ended. Run clawe login.\n`,
    );
  });

  test("does not let a user who is no operator run operator commands", async () => {
    await loginWith(async (url) => {
      const { origin } = new URL(url);
      const browser = createBrowser();
      const started = await browser.get(url);
      const page = new URL(started.headers.get("location") ?? "", origin).href;
      const signedIn = await browser.post(`${page}/sign-in`, {
        email: "ada@example.com",
        password: "a long enough password",
      });
      await fetch(await followToClient(browser, `${origin}/oidc`, signedIn));
    });
    expect((await clawe(["ops", "tenants"])).stderr).toBe(
      "Error: Only operators of the service may do this.\n",
    );
  });
});

describe("operator commands", () => {
  test("show what failed and why, from the list of runs down to a single state", async () => {
    world.cloud.failAt("CreateRole");
    const { tenantId, runId } = await aWorkspace("doomed");
    world.cloud.failAt(undefined);
    await asDemo();
    expect(await ops("tenants")).toContain(`${tenantId} [error] doomed medium`);
    expect(await ops("runs", "--failed", "--tenant", tenantId)).toMatch(
      new RegExp(`^${runId} \\[failed\\] provision ${tenantId} at ReserveTenant, \\S+ \\S+Z\n$`),
    );
    const run = await ops("run", tenantId, runId);
    expect(run).toContain("\n  [-] CreateRole undone\n  [ ] RegisterDefinition\n");
    expect(run).toContain("\nseen: StepRefused at CreateRole: This step was made to fail.");
    const executions = await ops("executions", "provision");
    expect(executions).toContain(`${runId} [FAILED] provision ${tenantId}`);
    const execution = await ops("execution", "provision", runId);
    expect(execution).toMatch(/\n {2}\+\d+\.\d s CreateRole \(\d+\.\d s\)\n {4}StepRefused: This step/);
    expect(execution.indexOf("Undo CreateStorage")).toBeGreaterThan(execution.indexOf("CreateRole failed"));
    const json = JSON.parse(await ops("execution", "provision", runId, "--json"));
    expect(json.machine.startAt).toBe("Begin");
  });

  test("start workflows, wait for their end, and report when one did not succeed", async () => {
    const { tenantId } = await aWorkspace("restful");
    await asDemo();
    expect(await ops("start", tenantId, "sleep", "--wait")).toMatch(/^run_\w+ \[succeeded\] sleep /);
    expect(await ops("tenant", tenantId)).toContain("\nstatus: sleeping\n");
    const again = await clawe(["ops", "start", tenantId, "sleep"]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("The workspace is sleeping") });
    world.cloud.failAt("StartService", "wake");
    const failed = await clawe(["ops", "start", tenantId, "wake", "--wait"]);
    world.cloud.failAt(undefined);
    expect(failed).toMatchObject({ code: 1, stderr: "Error: The run ended with status failed.\n" });
    expect(failed.stdout).toContain("[-] StartService undone");
    expect(await ops("lanes", tenantId)).toContain("inky [flowing] 0 wait\n");
    expect(await ops("lanes")).toBe("No lane is parked.\n");
    expect(await ops("schedules", tenantId)).toMatch(/Z routine rtn_\w+ cron\(/);
    expect(await ops("start", tenantId, "wake")).toMatch(/^Started run_\w+ \[pending\] wake /);
    await world.cloud.settled();
    await world.cloud.workflows.idle();
  });

  test("hold a run, list it as open, release it, reap, and redrive dead letters", async () => {
    world.cloud.failAt("SeedSquad");
    const { tenantId } = await aWorkspace("kept");
    await asDemo();
    const waited = await clawe(["ops", "start", tenantId, "provision", "--hold", "--wait"]);
    world.cloud.failAt(undefined);
    expect(waited).toMatchObject({ code: 1, stderr: "Error: The run ended with status held.\n" });
    const open = await ops("runs", "--open");
    const runId = new RegExp(`(run_\\w+) \\[held\\] provision ${tenantId}`).exec(open)?.[1] ?? "";
    expect(await ops("run", tenantId, runId)).toContain("\nheld: until ");
    expect(await ops("release", tenantId, runId)).toBe(`${runId} is released\n`);
    await world.cloud.workflows.idle();
    expect(await ops("run", tenantId, runId)).toContain(`${runId} [failed]`);
    const late = await clawe(["ops", "hold", tenantId, runId]);
    expect(late.stderr).toBe("Error: Only a run that still goes forward can be held.\n");
    expect(await ops("reap")).toMatch(/^released: \d+\nretried: \d+\n/);
    expect(await ops("dead-letters")).toBe("No dead letters.\n");
    expect(await ops("dead-letters", "--redrive")).toBe("Rang 0 again\n");
  });
});
