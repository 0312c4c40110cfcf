// What a person does in the browser, from signing up to an agent's comment.
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { as } from "../../core/actor/index.ts";
import { start } from "../../core/lifecycle/start.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { aBrowser, aPage } from "../support/browser.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { signUp } from "../support/sign-up.ts";

let world: TestCloud;
let browser: Browser;

beforeAll(async () => {
  await ensureBuilt();
  [world, browser] = await Promise.all([aCloud(), aBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
/** Where the pictures of the README come from, when it is set. */
const pictures = process.env.CLAWE_PICTURES && resolve(process.env.CLAWE_PICTURES);

test.each(Object.entries(sizes))(
  "on a %s: sign up, make a workspace, give a task, read the agent's answer",
  async (kind, size) => {
    const { page, complaints } = await aPage(browser, size);
    const shoot = async (name: string) => {
      if (pictures) await page.screenshot({ path: `${pictures}/${kind}-${name}.png` });
    };
    const email = `${kind}@example.com`;

    await page.goto(world.cloud.url);
    await page
      .getByRole("button", { name: /sign in/i })
      .first()
      .click();
    await signUp(page, world, { name: "Ada", email });

    await page.getByLabel("Name", { exact: true }).fill(`acme-${kind}`);
    await page.getByRole("button", { name: /create/i }).click();
    await page.getByTestId("stage-StartService").waitFor();
    await shoot("run");
    await page
      .getByTestId("column-inbox")
      .or(page.getByRole("tab", { name: /board/i }))
      .first()
      .waitFor();

    await page
      .getByRole("button", { name: /new task/i })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Title").fill("Write the launch post");
    await dialog.getByRole("button", { name: /inky/i }).click();
    await dialog.getByRole("button", { name: /create/i }).click();

    const card = page.locator('[data-testid^="card-"]', { hasText: "Write the launch post" }).first();
    await card.waitFor({ state: "attached" });
    await card
      .getByRole("button", { name: "Write the launch post" })
      .or(card.getByText("Write the launch post"))
      .first()
      .click();
    const comment = page.getByTestId("comment").filter({ hasText: "Inky" });
    await comment.first().waitFor();
    expect(await comment.first().textContent()).toContain("Write the launch post");
    await shoot("task");

    await page.getByLabel("Write a comment").fill("Thank you!");
    await page.getByRole("button", { name: "Send comment" }).click();
    await page.getByTestId("comment").filter({ hasText: "Thank you!" }).waitFor();
    await page
      .getByLabel("Write a comment")
      .fill("| Post | Words |\n| --- | ---: |\n| Launch, @inky | 900 |");
    await page.keyboard.press("Control+Enter");
    await page.getByTestId("comment").locator("td mark").getByText("@inky").waitFor();
    await page.getByRole("button", { name: "Close task" }).click();
    await shoot("board");
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("from a board whose squad could not be started again, to what went wrong, and on", async () => {
  const { page } = await aPage(browser, sizes.phone);
  await page.goto(world.cloud.url);
  await page
    .getByRole("button", { name: /sign in/i })
    .first()
    .click();
  await signUp(page, world, { name: "Bea", email: "bea@example.com" });
  await page.getByLabel("Name", { exact: true }).fill("falls-over");
  await page.getByRole("button", { name: /create/i }).click();
  await page.getByTestId("column-inbox").waitFor();
  const [tenantId] = /ten_\w+/.exec(page.url()) ?? [];

  world.cloud.failAt("WaitForReady", "restart");
  await as({ type: "system", tenantId: tenantId! }, () => start("restart"));
  const notice = page.getByRole("status").filter({ hasText: "The squad is stopped." });
  await notice.waitFor();
  world.cloud.failAt(undefined);
  if (pictures) await page.screenshot({ path: `${pictures}/phone-stopped.png` });
  await notice.getByRole("link", { name: "See what happened" }).click();
  await page.getByTestId("run-error").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator('[data-testid="run"][data-status="succeeded"]').waitFor();
  await page.context().close();
});

test("shows a comment that the Markdown renderer cannot handle as it was written", async () => {
  const { page } = await aPage(browser, sizes.desktop);
  await page.goto(world.cloud.url);
  await page
    .getByRole("button", { name: /sign in/i })
    .first()
    .click();
  await signUp(page, world, { name: "Cleo", email: "cleo@example.com" });
  await page.getByLabel("Name", { exact: true }).fill("deep-quotes");
  await page.getByRole("button", { name: /create/i }).click();
  await page.getByTestId("column-inbox").waitFor();
  await page
    .getByRole("button", { name: /new task/i })
    .first()
    .click();
  await page.getByRole("dialog").getByLabel("Title").fill("Quote me");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /create/i })
    .click();
  await page.getByRole("button", { name: "Quote me", exact: true }).click();
  await page.getByLabel("Write a comment").fill(`${">".repeat(8000)} deep`);
  await page.getByRole("button", { name: "Send comment" }).click();
  await page.getByTestId("comment").getByText(">>>>").waitFor();
  await page.getByRole("heading", { name: "Quote me" }).waitFor();
  await page.context().close();
});
