// What a person does in the browser, from signing up to reading an agent's comment.
import { expect, test } from "vitest";
import { as } from "../../core/actor/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import {
  createTask,
  createWorkspace,
  eachSize,
  shoot,
  signedUpPage,
  sizes,
  useBrowserWorld,
} from "./setup.ts";

const context = useBrowserWorld();

test.each(eachSize)(
  "lets a new person on a %s create a workspace, assign a task and read the agent's comment",
  async (kind, size) => {
    const { page, complaints } = await signedUpPage(context, {
      name: "Ada",
      email: `${kind}@example.com`,
      size,
    });
    await page.getByLabel("Name", { exact: true }).fill(`acme-${kind}`);
    await page.getByRole("button", { name: "Create workspace" }).click();
    await page.getByTestId("stage-StartService").waitFor();
    await shoot(page, `${kind}-run`);
    await page.getByTestId("column-inbox").waitFor();

    await createTask(page, "Write the launch post", /inky/i);
    const card = page.locator('[data-testid^="card-"]', { hasText: "Write the launch post" }).first();
    await card.waitFor({ state: "attached" });
    await card.getByRole("button", { name: "Write the launch post", exact: true }).click();
    const comment = page.getByTestId("comment").filter({ hasText: "Inky" });
    await comment.first().waitFor();
    expect(await comment.first().textContent()).toContain("Write the launch post");
    await shoot(page, `${kind}-task`);

    const box = page.getByLabel("Write a comment");
    const thanks = page.getByTestId("comment").filter({ hasText: "Thank you!" });
    await box.fill("Thank you!");
    await page.getByRole("button", { name: "Send comment" }).click();
    await thanks.waitFor();
    await box.fill("| Post | Words |\n| --- | ---: |\n| Launch, @inky | 900 |");
    await page.keyboard.press("Control+Enter");
    await page.getByTestId("comment").locator("td mark").getByText("@inky").waitFor();
    await page.getByRole("button", { name: "Close task" }).click();
    await shoot(page, `${kind}-board`);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("posts the same comment twice when a person sends it twice", async () => {
  const { page } = await signedUpPage(context, { name: "Dan", email: "dan@example.com" });
  await createWorkspace(page, "twice");
  await createTask(page, "Repeat me");
  await page.getByRole("button", { name: "Repeat me", exact: true }).click();
  const comments = page.getByTestId("comment");
  for (const count of [1, 2]) {
    await page.getByLabel("Write a comment").fill("Ping");
    await page.getByRole("button", { name: "Send comment" }).click();
    await expect.poll(() => comments.count()).toBe(count);
  }
  await page.context().close();
});

test("shows a comment that the Markdown renderer cannot handle as it was written", async () => {
  const { page } = await signedUpPage(context, { name: "Cleo", email: "cleo@example.com" });
  await createWorkspace(page, "deep-quotes");
  await createTask(page, "Quote me");
  await page.getByRole("button", { name: "Quote me", exact: true }).click();
  await page.getByLabel("Write a comment").fill(`${">".repeat(8000)} deep`);
  await page.getByRole("button", { name: "Send comment" }).click();
  await page.getByTestId("comment").getByText(">>>>").waitFor();
  await page.getByRole("heading", { name: "Quote me" }).waitFor();
  await page.context().close();
});

test("leads from the board of a squad that could not be started to the cause, and starts it again", async () => {
  const { cloud } = context.world;
  const { page } = await signedUpPage(context, { name: "Bea", email: "bea@example.com", size: sizes.phone });
  await createWorkspace(page, "falls-over");
  const [tenantId] = /ten_\w+/.exec(page.url()) ?? [];

  cloud.failAt("WaitForReady", "restart");
  await as({ type: "system", tenantId: tenantId! }, () => Lifecycle.start("restart"));
  const notice = page.getByRole("status").filter({ hasText: "The squad is stopped." });
  await notice.waitFor();
  cloud.failAt(undefined);
  await shoot(page, "phone-stopped");
  await notice.getByRole("link", { name: "See what happened" }).click();
  await page.getByTestId("run-error").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator('[data-testid="run"][data-status="succeeded"]').waitFor();
  await page.context().close();
});
