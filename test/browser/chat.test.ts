// Talking to an agent in the browser: asked, answered as it is said, stopped, asked again; by keyboard, and on a phone.
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { type ClaweServer, startClawe } from "../contract/squadhub/clawe-server.ts";
import { aBrowser, aPage } from "../support/browser.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { signUp } from "../support/sign-up.ts";

let world: TestCloud;
let browser: Browser;
/** The agents' model, which a test can hold. */
let model: ClaweServer;

beforeAll(async () => {
  await ensureBuilt();
  model = await startClawe();
  [world, browser] = await Promise.all([
    aCloud({ model: { kind: "offline", baseUrl: model.modelUrl } }),
    aBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await model?.close();
});

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
/** Where pictures go, when it is set. */
const pictures = process.env.CLAWE_PICTURES && resolve(process.env.CLAWE_PICTURES);

const gatewaysOf = (tenantId: string) =>
  markedProcesses(join(world.cloud.directory, "squadhubs", tenantId, "state", "openclaw.json"));
const last = (page: Page) => page.getByTestId("chat").last();

test.each(Object.entries(sizes))(
  "on a %s: ask an agent, see it answer, stop it, ask again, wake the squad",
  async (kind, size) => {
    const { page, complaints } = await aPage(browser, size);
    const shoot = async (name: string) => {
      if (pictures) await page.screenshot({ path: `${pictures}/${kind}-chat-${name}.png` });
    };
    await page.goto(world.cloud.url);
    await page
      .getByRole("button", { name: /sign in/i })
      .first()
      .click();
    await signUp(page, world, { name: "Ada", email: `${kind}@example.com` });
    await page.getByLabel("Name", { exact: true }).fill(`chat-${kind}`);
    await page.getByRole("button", { name: /create/i }).click();
    await page
      .getByTestId("column-inbox")
      .or(page.getByRole("tab", { name: /board/i }))
      .first()
      .waitFor({ timeout: 30_000 });

    if (kind === "phone") await page.getByRole("button", { name: "Squad", exact: true }).click();
    await shoot("squad");
    await page.getByRole("button", { name: "Chat with Inky" }).focus();
    await page.keyboard.press("Enter");
    const box = page.getByLabel("Write to Inky");
    await box.waitFor();
    await shoot("empty");

    const markup = '<img src=x onerror="window.broken = true"> and **bold**';
    await box.fill(markup);
    await page.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => last(page).getAttribute("data-status"), { timeout: 30_000 }).toBe("done");
    expect(await last(page).getByTestId("answer").textContent()).toBe("done");
    expect(await last(page).locator("img").count()).toBe(0);
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(await box.inputValue()).toBe("");

    const release = model.hold(`a long answer on a ${kind}`);
    await box.fill(`Please write a long answer on a ${kind}`);
    await box.press("Control+Enter");
    await last(page).getByText("Inky is thinking…").waitFor();
    await box.fill("And this one waits");
    await box.press("Control+Enter");
    await last(page).getByText("Waits its turn.").waitFor();
    await shoot("waiting");
    await last(page).getByRole("button", { name: "Take back" }).click();
    await last(page).getByText("Stopped.").waitFor();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect.poll(() => page.getByText("Stopped.").count(), { timeout: 30_000 }).toBe(2);
    release();

    const tenantId = /\/w\/(ten_\w+)/.exec(page.url())?.[1] ?? "";
    const doomed = model.hold(`doomed on a ${kind}`);
    await box.fill(`This is doomed on a ${kind}`);
    await box.press("Control+Enter");
    await expect
      .poll(() => model.turns().some((turn) => turn.includes(`doomed on a ${kind}`)), { timeout: 30_000 })
      .toBe(true);
    for (const pid of await gatewaysOf(tenantId)) process.kill(pid, "SIGKILL");
    await last(page)
      .getByText(/broke off/)
      .waitFor();
    await shoot("failed");
    doomed();
    await last(page).getByRole("button", { name: "Ask again" }).click();
    await expect.poll(() => last(page).getAttribute("data-status"), { timeout: 30_000 }).toBe("done");

    await as({ type: "system", tenantId }, () => Lifecycle.start("sleep"));
    await world.cloud.workflows.idle();
    await box.fill("Good morning");
    await box.press("Control+Enter");
    await last(page).getByText("Waking the squad…").waitFor();
    await shoot("waking");
    await expect.poll(() => last(page).getAttribute("data-status"), { timeout: 30_000 }).toBe("done");
    await shoot("answered");

    await page.keyboard.press("Escape");
    await box.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);
