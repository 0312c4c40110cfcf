// A local cloud and a browser for the tests of one file, the sizes they try, and where their pictures go.
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { ensureBuilt } from "../../scripts/build.ts";
import { aBrowser, aPage } from "../support/browser.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";
import { signUp } from "../support/sign-up.ts";

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
export const eachSize = Object.entries(sizes);

const pictures = process.env.CLAWE_PICTURES && resolve(process.env.CLAWE_PICTURES);

/** Takes a picture when CLAWE_PICTURES names a directory. */
export async function shoot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, ...options });
}

export interface BrowserWorld {
  world: TestCloud;
  browser: Browser;
}

/** Starts both before the tests of the file and closes them afterwards. Read the result inside tests only. */
export function useBrowserWorld(
  options: () => Parameters<typeof aCloud>[0] | Promise<Parameters<typeof aCloud>[0]> = () => undefined,
): BrowserWorld {
  const started = {} as BrowserWorld;
  beforeAll(async () => {
    await ensureBuilt();
    const cloudOptions = await options();
    [started.world, started.browser] = await Promise.all([aCloud(cloudOptions), aBrowser()]);
  });
  afterAll(async () => {
    await started.browser?.close();
    await started.world?.close();
  });
  return started;
}

interface SignedUp {
  page: Page;
  /** What the browser's console has complained about. */
  complaints: string[];
}

/** A page on which a new person has signed up, at the form for their first workspace. */
export async function signedUpPage(
  { world, browser }: BrowserWorld,
  {
    name,
    email,
    size = sizes.desktop,
  }: { name: string; email: string; size?: { width: number; height: number } },
): Promise<SignedUp> {
  const opened = await aPage(browser, size);
  await opened.page.goto(world.cloud.url);
  await opened.page.getByRole("button", { name: /create account/i }).click();
  await signUp(opened.page, world, { name, email });
  await opened.page.getByLabel("Name", { exact: true }).waitFor();
  return opened;
}

/** Creates a workspace with the form on the page, and waits for its board. */
export async function createWorkspace(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.getByTestId("column-inbox").waitFor({ timeout: 30_000 });
}

/** Creates a task with the form of the board. */
export async function createTask(page: Page, title: string, assignee?: RegExp): Promise<void> {
  await page
    .getByRole("button", { name: /new task/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill(title);
  if (assignee) await dialog.getByRole("button", { name: assignee }).click();
  await dialog.getByRole("button", { name: "Create task" }).click();
}
