// What operators do in the browser: open the page, follow a failed run through its machine, wake a squad, release a run.
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { answer } from "../../client/index.ts";
import { defaultPlan, plans } from "../../core/plan/index.ts";
import { signInAsDemo, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { aBrowser, aPage } from "../support/browser.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { signUp as signUpIn } from "../support/sign-up.ts";

let world: TestCloud;
let browser: Browser;
let operator: Visitor;
let ada: Visitor;

beforeAll(async () => {
  await ensureBuilt();
  [world, browser] = await Promise.all([aCloud(), aBrowser()]);
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  operator = await signInAsDemo(world.cloud);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };
const pictures = process.env.CLAWE_PICTURES && resolve(process.env.CLAWE_PICTURES);

/** A workspace whose first run has ended. */
async function aWorkspace(name: string) {
  const { tenant, run } = await ada.createTenant(name);
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  return { tenantId: tenant.tenantId, runId: run.runId };
}

/** Asks for a run; it may still be under way. */
async function started(tenantId: string, body: { workflow: "sleep" | "provision"; hold?: boolean }) {
  return answer(operator.api.POST("/ops/tenants/{tenantId}/runs", { params: { path: { tenantId } }, body }));
}

test.each(Object.entries(sizes))(
  "on a %s: opens without a sign-in, and shows the way of a failed run through its machine",
  async (kind, size) => {
    world.cloud.failAt("WaitForReady");
    const { runId } = await aWorkspace(`doomed-${kind}`);
    world.cloud.failAt(undefined);
    const { page, complaints } = await aPage(browser, size);
    await page.goto(`${world.cloud.url}/ops`);
    await page.getByTestId(`run-${runId}`).getByRole("link", { name: "provision" }).click();

    const outcomeOf = (state: string) => page.getByTestId(`state-${state}`).getAttribute("data-outcome");
    await page.getByTestId("drawing").waitFor();
    expect(await outcomeOf("StartService")).toBe("done");
    expect(await outcomeOf("WaitForReady")).toBe("failed");
    expect(await outcomeOf("Undo CreateSecret")).toBe("done");
    expect(await outcomeOf("SeedSquad")).toBe("untouched");
    expect(await page.getByTestId("run").getAttribute("data-status")).toBe("failed");
    if (pictures) await page.screenshot({ path: `${pictures}/ops-${kind}.png`, fullPage: true });

    await page.getByTestId("state-WaitForReady").click();
    await page.getByRole("heading", { name: "WaitForReady" }).waitFor();
    const states = page.getByRole("region", { name: "States" });
    expect(await states.textContent()).toMatch(
      /StepRefused: This step was made to fail.*Input.*"tenantId": "ten_/s,
    );
    expect(await page.evaluate("location.search")).toBe("?state=WaitForReady");
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("wakes a squad that sleeps, and follows it until it is awake", async () => {
  const { tenantId } = await aWorkspace("sleeper");
  await started(tenantId, { workflow: "sleep" });
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  const { page, complaints } = await aPage(browser, sizes.phone);
  await page.goto(`${world.cloud.url}/ops/squadhubs`);
  const row = page.getByTestId("squadhub-sleeper");
  await row.getByText("Asleep").waitFor();
  await row.getByRole("button", { name: "Wake" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Wake" }).click();
  // The workspace's own hints bring it up to date.
  await page.locator('[data-testid="run"][data-status="succeeded"]').waitFor();
  expect(await page.getByTestId("state-WaitForReady").getAttribute("data-outcome")).not.toBe("untouched");
  const { status } = await answer(
    operator.api.GET("/ops/tenants/{tenantId}", { params: { path: { tenantId } } }),
  );
  expect(status).toBe("active");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("releases a run that was held, which is then undone", async () => {
  world.cloud.failAt("ConfigureSquadhub");
  const { tenantId } = await aWorkspace("held");
  const { runId } = await started(tenantId, { workflow: "provision", hold: true });
  const { page, complaints } = await aPage(browser, sizes.desktop);
  await page.goto(`${world.cloud.url}/ops/tenants/${tenantId}`);
  const row = page.locator(`[data-testid="run-${runId}"][data-status="held"]`);
  await row.waitFor();
  world.cloud.failAt(undefined);
  await row.getByRole("button", { name: "Release and undo" }).click();
  await page.locator(`[data-testid="run-${runId}"][data-status="failed"]`).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("asks for the workspace's name before it is deleted", async () => {
  await aWorkspace("precious");
  const { page } = await aPage(browser, sizes.desktop);
  await page.goto(`${world.cloud.url}/ops/squadhubs`);
  await page.getByRole("button", { name: "More for precious" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  const button = dialog.getByRole("button", { name: "Delete" });
  expect(await button.isDisabled()).toBe(true);
  await dialog.getByLabel("Type precious").fill("precious");
  await button.click();
  await page.getByTestId("drawing").waitFor();
  await world.cloud.settled();
  await world.cloud.workflows.idle();
  await page.context().close();
});

test.each(Object.entries(sizes))(
  "on a %s: shows a lane that is parked among what needs a hand, and leads to its workspace",
  async (kind, size) => {
    const name = `quiet-${kind}`;
    const { tenantId } = await aWorkspace(name);
    const { messagesPerHour } = plans[defaultPlan];
    plans[defaultPlan].messagesPerHour = 0;
    onTestFinished(() => void Object.assign(plans[defaultPlan], { messagesPerHour }));
    const params = { path: { tenantId } };
    await answer(
      ada.api.POST("/t/{tenantId}/notifications", { params, body: { agentId: "inky", content: "Hello" } }),
    );
    await world.cloud.settled();
    await world.cloud.doorbells.idle();
    const { page, complaints } = await aPage(browser, size);
    await page.goto(`${world.cloud.url}/ops`);
    const lane = page.getByTestId(`parked-${name}-inky`);
    await lane.waitFor();
    if (pictures) await page.screenshot({ path: `${pictures}/ops-overview-${kind}.png`, fullPage: true });
    await lane.click();
    await page.locator('[data-testid="lane-inky"][data-state="parked"]').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("is closed to somebody who is no operator, and says how to go on", async () => {
  const { page } = await aPage(browser, sizes.desktop);
  await page.goto(world.cloud.url);
  await page.getByRole("button", { name: /create account/i }).click();
  await signUpIn(page, world, { name: "Bo", email: "bo@example.com" });
  await page.getByLabel("Name", { exact: true }).waitFor();
  await page.goto(`${world.cloud.url}/ops`);
  await page.getByRole("heading", { name: "This is for the people who run the service" }).waitFor();
  await page.getByText("bo@example.com").waitFor();
  await page.getByRole("button", { name: "Sign in as somebody else" }).click();
  await page.getByRole("button", { name: "Continue as demo user" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.context().close();
});
