// What operators do in the browser: read the overview, follow a failed run, wake a squad, release a held run.
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { answer } from "../../client/index.ts";
import { defaultPlan, plans } from "../../core/plan/index.ts";
import { signInAsDemo, signUp, type Visitor } from "../../local/demo/visitor.ts";
import { aPage } from "../support/browser.ts";
import { eachSize, shoot, signedUpPage, sizes, useBrowserWorld } from "./setup.ts";

const context = useBrowserWorld();
let operator: Visitor;
let ada: Visitor;

beforeAll(async () => {
  ada = await signUp(context.world.cloud, { name: "Ada", email: "ada@example.com" });
  operator = await signInAsDemo(context.world.cloud);
});

/** A workspace whose first run has ended. */
async function aWorkspace(name: string) {
  const { tenant, run } = await ada.createTenant(name);
  await context.world.cloud.settled();
  await context.world.cloud.workflows.idle();
  return { tenantId: tenant.tenantId, runId: run.runId };
}

/** Starts a run, which may still be in progress afterwards. */
async function startRun(tenantId: string, body: { workflow: "sleep" | "provision"; hold?: boolean }) {
  return answer(operator.api.POST("/ops/tenants/{tenantId}/runs", { params: { path: { tenantId } }, body }));
}

test.each(eachSize)(
  "shows an operator on a %s the path of a failed run through its state machine, without a sign-in",
  async (kind, size) => {
    context.world.cloud.failAt("WaitForReady");
    const { runId } = await aWorkspace(`doomed-${kind}`);
    context.world.cloud.failAt(undefined);
    const { page, complaints } = await aPage(context.browser, size);
    await page.goto(`${context.world.cloud.url}/ops`);
    await page.getByTestId(`run-${runId}`).getByRole("link", { name: "provision" }).click();

    const outcomeOf = (state: string) => page.getByTestId(`state-${state}`).getAttribute("data-outcome");
    await page.getByTestId("diagram").waitFor();
    expect(await outcomeOf("StartService")).toBe("done");
    expect(await outcomeOf("WaitForReady")).toBe("failed");
    expect(await outcomeOf("Undo CreateSecret")).toBe("done");
    expect(await outcomeOf("SeedSquad")).toBe("untouched");
    expect(await page.getByTestId("run").getAttribute("data-status")).toBe("failed");
    await shoot(page, `ops-${kind}`, { fullPage: true });

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

test("lets an operator wake a sleeping squad and follow it until it is awake", async () => {
  const { tenantId } = await aWorkspace("sleeper");
  await startRun(tenantId, { workflow: "sleep" });
  await context.world.cloud.settled();
  await context.world.cloud.workflows.idle();
  const { page, complaints } = await aPage(context.browser, sizes.phone);
  await page.goto(`${context.world.cloud.url}/ops/squadhubs`);
  const row = page.getByTestId("squadhub-sleeper");
  await row.getByText("Asleep").waitFor();
  await row.getByRole("button", { name: "Wake" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Wake" }).click();
  // The workspace's hints refresh the page.
  await page.locator('[data-testid="run"][data-status="succeeded"]').waitFor();
  expect(await page.getByTestId("state-WaitForReady").getAttribute("data-outcome")).not.toBe("untouched");
  const { status } = await answer(
    operator.api.GET("/ops/tenants/{tenantId}", { params: { path: { tenantId } } }),
  );
  expect(status).toBe("active");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("lets an operator release a held run, which is then rolled back", async () => {
  context.world.cloud.failAt("ConfigureSquadhub");
  const { tenantId } = await aWorkspace("held");
  const { runId } = await startRun(tenantId, { workflow: "provision", hold: true });
  const { page, complaints } = await aPage(context.browser, sizes.desktop);
  await page.goto(`${context.world.cloud.url}/ops/tenants/${tenantId}`);
  const row = page.locator(`[data-testid="run-${runId}"][data-status="held"]`);
  await row.waitFor();
  context.world.cloud.failAt(undefined);
  await row.getByRole("button", { name: "Release and roll back" }).click();
  await page.locator(`[data-testid="run-${runId}"][data-status="failed"]`).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("asks an operator to type a workspace's name before deleting it", async () => {
  await aWorkspace("precious");
  const { page } = await aPage(context.browser, sizes.desktop);
  await page.goto(`${context.world.cloud.url}/ops/squadhubs`);
  await page.getByRole("button", { name: "More for precious" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  const button = dialog.getByRole("button", { name: "Delete" });
  expect(await button.isDisabled()).toBe(true);
  await dialog.getByLabel("Type “precious”").fill("precious");
  await button.click();
  await page.getByTestId("diagram").waitFor();
  await context.world.cloud.settled();
  await context.world.cloud.workflows.idle();
  await page.context().close();
});

test.each(eachSize)(
  "shows an operator on a %s the parked lanes, each with a link to its workspace",
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
    await context.world.cloud.settled();
    await context.world.cloud.doorbells.idle();
    const { page, complaints } = await aPage(context.browser, size);
    await page.goto(`${context.world.cloud.url}/ops`);
    const lane = page.getByTestId(`parked-${name}-inky`);
    await lane.waitFor();
    await shoot(page, `ops-overview-${kind}`, { fullPage: true });
    await lane.click();
    await page.locator('[data-testid="lane-inky"][data-state="parked"]').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("tells a person who is not an operator how to get access", async () => {
  const { page } = await signedUpPage(context, { name: "Bo", email: "bo@example.com" });
  await page.goto(`${context.world.cloud.url}/ops`);
  await page.getByRole("heading", { name: "Operators only" }).waitFor();
  await page.getByText("bo@example.com").waitFor();
  await page.getByRole("button", { name: "Sign in with another address" }).click();
  await page.getByRole("button", { name: "Continue as demo user" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.context().close();
});
