// A real browser: on Linux x64 the Chromium of an npm package, elsewhere an installed Chrome.
import chromiumPackage from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

const bundled = process.platform === "linux" && process.arch === "x64";

export async function aBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(bundled ? { executablePath: await chromiumPackage.executablePath() } : { channel: "chrome" }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}

/** A page, and the errors that it has thrown or logged. */
export async function aPage(
  browser: Browser,
  size: { width: number; height: number },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: size, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { page, complaints };
}
