// Signs up at the local issuer as a person does: with the form, then with the code from the mail.
import type { Page } from "playwright-core";
import type { TestCloud } from "./cloud.ts";

/** Goes from the issuer's sign-in or sign-up page back to the app. */
export async function signUp(
  page: Page,
  world: TestCloud,
  { name, email }: { name: string; email: string },
): Promise<void> {
  await page.getByLabel(/password/i).waitFor();
  const toSignUp = page.getByRole("link", { name: /create an account|sign up/i });
  if (await toSignUp.isVisible()) await toSignUp.click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel(/password/i).fill("correct horse battery");
  await page
    .getByRole("button", { name: /create|sign up|continue/i })
    .first()
    .click();
  await page.getByLabel(/code/i).waitFor();
  const mail = (await world.cloud.outbox.list()).find(
    ({ to, text }) => to === email && /\b\d{6}\b/.test(text),
  );
  await page.getByLabel(/code/i).fill(/\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "");
  await page
    .getByRole("button", { name: /verify|confirm|continue/i })
    .first()
    .click();
}
