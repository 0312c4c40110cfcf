// Two people in two browsers: one invites, the other goes from the mail's link to being a member.
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** Where pictures go, when it is set. */
const pictures = process.env.CLAWE_PICTURES && resolve(process.env.CLAWE_PICTURES);
const shoot = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/invitation-${name}.png`, fullPage: true });
};

async function invited(email: string): Promise<string> {
  const mail = (await world.cloud.outbox.list()).find(
    ({ to, text }) => to === email && text.includes("/join#"),
  );
  return /http\S+\/join#\S+/.exec(mail?.text ?? "")?.[0] ?? "";
}

/** What the browser says of answers that are meant to fail is no complaint. */
const unexpected = (complaints: string[]) => complaints.filter((each) => !/status of 404/.test(each));

test("an invited person goes from the mail's link to being a member, and an owner hands the account over", async () => {
  const ada = await aPage(browser, desktop);
  await ada.page.goto(world.cloud.url);
  await ada.page.getByRole("button", { name: /create account/i }).click();
  await signUp(ada.page, world, { name: "Ada", email: "ada@example.com" });

  await ada.page.getByLabel("Name", { exact: true }).fill("analytical");
  await ada.page.getByRole("button", { name: "Reserve the name for now" }).click();
  await ada.page.getByTestId("draft").waitFor();
  await shoot(ada.page, "draft");

  await ada.page.getByRole("button", { name: "Your account" }).click();
  await ada.page.getByRole("menuitem", { name: "Members and plan" }).click();
  await ada.page.getByRole("button", { name: "Invite" }).click();
  const form = ada.page.getByRole("dialog");
  await form.getByLabel("E-mail").fill("Bo@Example.com");
  await form.getByText("Some workspaces").click();
  await form.getByLabel("analytical").check();
  await shoot(ada.page, "invite");
  await form.getByRole("button", { name: "Send invitation" }).click();
  await ada.page.getByTestId("invitation").filter({ hasText: "bo@example.com" }).waitFor();
  await shoot(ada.page, "account");
  const link = await invited("bo@example.com");

  // Somebody else's sign-in does not do.
  await ada.page.goto(link);
  await ada.page.getByRole("button", { name: "Sign in as bo@example.com" }).waitFor();
  expect(await ada.page.evaluate("location.href")).toBe(`${world.cloud.url}/join`);
  await shoot(ada.page, "other");

  const bo = await aPage(browser, phone);
  await bo.page.goto(link);
  await bo.page.getByText("Ada invites you").waitFor();
  expect(await bo.page.evaluate("location.href")).toBe(`${world.cloud.url}/join`);
  await shoot(bo.page, "signed-out");
  await bo.page.getByRole("button", { name: "Create account" }).click();
  await signUp(bo.page, world, { name: "Bo", email: "bo@example.com" });
  await bo.page.getByRole("button", { name: "Join", exact: true }).waitFor();
  await shoot(bo.page, "join");
  await bo.page.getByRole("button", { name: "Join", exact: true }).click();
  await bo.page.getByTestId("draft").waitFor();
  expect(await bo.page.evaluate("sessionStorage.getItem('clawe.invitation')")).toBeNull();

  // The link has worked, and works no more.
  await bo.page.goto(link);
  await bo.page.getByRole("heading", { name: "This invitation does not open" }).waitFor();
  await shoot(bo.page, "used");

  await ada.page.getByRole("button", { name: "Not now" }).click();
  await ada.page.getByTestId("draft").waitFor();
  await ada.page.getByRole("button", { name: "Your account" }).click();
  await ada.page.getByRole("menuitem", { name: "Members and plan" }).click();
  const row = ada.page.getByTestId("member").filter({ hasText: "bo@example.com" });
  expect(await row.textContent()).toMatch(/Member\s*analytical/);
  expect(await ada.page.getByTestId("invitation").count()).toBe(0);

  await row.getByRole("button", { name: "Change Bo" }).click();
  await ada.page.getByRole("menuitem", { name: "Role and workspaces" }).click();
  await form.getByLabel("Role").selectOption("admin");
  await form.getByRole("button", { name: "Save" }).click();
  await row.getByText("Admin").waitFor();

  await ada.page.getByRole("button", { name: "Transfer ownership" }).click();
  await form.getByLabel(/to confirm/).fill("bo@example.com");
  await shoot(ada.page, "transfer");
  await form.getByRole("button", { name: "Transfer ownership" }).click();
  await row.getByText("Owner").waitFor();
  expect(await ada.page.getByRole("button", { name: "Transfer ownership" }).count()).toBe(0);

  await ada.page.getByRole("button", { name: "Leave account" }).click();
  await form.getByRole("button", { name: "Leave" }).click();
  await ada.page.getByRole("button", { name: "Make an account" }).waitFor();
  await shoot(ada.page, "left");

  expect(unexpected(ada.complaints)).toEqual([]);
  expect(unexpected(bo.complaints)).toEqual([]);
  await ada.page.context().close();
  await bo.page.context().close();
});
