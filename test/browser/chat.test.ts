// Chatting with an agent in the browser: message, answer, stop, send again, wake-up; by keyboard and on a phone.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import { type ClaweServer, startClawe } from "../contract/squadhub/clawe-server.ts";
import { createWorkspace, eachSize, shoot, signedUpPage, useBrowserWorld } from "./setup.ts";

/** The agents' model, which a test can hold. */
let model: ClaweServer;

const context = useBrowserWorld(async () => {
  model = await startClawe();
  return { model: { kind: "offline", baseUrl: model.modelUrl } };
});
afterAll(() => model?.close());

const gatewaysOf = (tenantId: string) =>
  markedProcesses(join(context.world.cloud.directory, "squadhubs", tenantId, "state", "openclaw.json"));
const last = (page: Page) => page.getByTestId("chat").last();

// One conversation from the first message to the last: each step needs the one before.
test.each(eachSize)(
  "lets a person on a %s message an agent, stop it, send again after a failure, and wake the squad",
  async (kind, size) => {
    const { world } = context;
    const { page, complaints } = await signedUpPage(context, {
      name: "Ada",
      email: `${kind}@example.com`,
      size,
    });
    await createWorkspace(page, `chat-${kind}`);

    if (kind === "phone") await page.getByRole("button", { name: "Squad", exact: true }).click();
    await shoot(page, `${kind}-chat-squad`);
    await page.getByRole("button", { name: "Chat with Inky" }).focus();
    await page.keyboard.press("Enter");
    const box = page.getByLabel("Write to Inky");
    await box.waitFor();
    await shoot(page, `${kind}-chat-empty`);

    const markup = '<img src=x onerror="window.broken = true"> and **bold**';
    await box.fill(markup);
    await page.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => last(page).getAttribute("data-status"), { timeout: 30_000 }).toBe("done");
    expect(await last(page).getByTestId("answer").textContent()).toBe("done");
    expect(await last(page).locator("strong").textContent()).toBe("bold");
    expect(await last(page).locator("img").count()).toBe(0);
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(await box.inputValue()).toBe("");

    const release = model.hold(`a long answer on a ${kind}`);
    await box.fill(`Please write a long answer on a ${kind}`);
    await box.press("Control+Enter");
    await last(page).getByText("Inky is thinking…").waitFor();
    await box.fill("And this one waits");
    await box.press("Control+Enter");
    await last(page).getByText("Waiting for its turn.").waitFor();
    await shoot(page, `${kind}-chat-waiting`);
    await last(page).getByRole("button", { name: "Withdraw" }).click();
    await last(page).getByText("Stopped.").waitFor();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect.poll(() => page.getByText("Stopped.").count(), { timeout: 30_000 }).toBe(2);
    release();

    const tenantId = /\/w\/(ten_\w+)/.exec(page.url())?.[1] ?? "";
    const releaseDoomed = model.hold(`doomed on a ${kind}`);
    await box.fill(`This is doomed on a ${kind}`);
    await box.press("Control+Enter");
    await expect
      .poll(() => model.turns().some((turn) => turn.includes(`doomed on a ${kind}`)), { timeout: 30_000 })
      .toBe(true);
    for (const pid of await gatewaysOf(tenantId)) process.kill(pid, "SIGKILL");
    await last(page).getByRole("button", { name: "Send again" }).waitFor();
    await shoot(page, `${kind}-chat-failed`);
    releaseDoomed();
    await last(page).getByRole("button", { name: "Send again" }).click();
    await expect.poll(() => last(page).getAttribute("data-status"), { timeout: 30_000 }).toBe("done");

    await as({ type: "system", tenantId }, () => Lifecycle.start("sleep"));
    await world.cloud.workflows.idle();
    await box.fill("Good morning");
    await box.press("Control+Enter");
    await last(page).getByText("Waking the squad…").waitFor();
    await shoot(page, `${kind}-chat-waking`);
    await expect.poll(() => last(page).getAttribute("data-status"), { timeout: 30_000 }).toBe("done");
    await shoot(page, `${kind}-chat-answered`);

    await page.keyboard.press("Escape");
    await box.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);
