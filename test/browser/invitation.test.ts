// Two people in two browsers: one invites the other, who goes from the e-mail's link to being a member.
import { expect, test } from "vitest";
import { aPage } from "../support/browser.ts";
import { signUp } from "../support/sign-up.ts";
import { shoot, signedUpPage, sizes, useBrowserWorld } from "./setup.ts";

const context = useBrowserWorld();

/** The link in the invitation that was sent to `email`. */
async function invitationLink(email: string): Promise<string> {
  const mail = (await context.world.cloud.outbox.list()).find(
    ({ to, text }) => to === email && text.includes("/join#"),
  );
  return /http\S+\/join#\S+/.exec(mail?.text ?? "")?.[0] ?? "";
}

/** The console reports every failed request. The ones that are meant to fail here are answered 404. */
const unexpected = (complaints: string[]) => complaints.filter((each) => !/status of 404/.test(each));

// The story of one account: each step needs the one before.
test("lets an invited person join from the e-mail's link, and an owner transfer the account and leave", async () => {
  const { world, browser } = context;
  const ada = await signedUpPage(context, { name: "Ada", email: "ada@example.com" });

  await ada.page.getByLabel("Name", { exact: true }).fill("analytical");
  await ada.page.getByRole("button", { name: "Only reserve the name" }).click();
  await ada.page.getByTestId("draft").waitFor();
  await shoot(ada.page, "invitation-draft", { fullPage: true });

  await ada.page.getByRole("button", { name: "Your account" }).click();
  await ada.page.getByRole("menuitem", { name: "Members and plan" }).click();
  await ada.page.getByRole("button", { name: "Invite" }).click();
  const form = ada.page.getByRole("dialog");
  await form.getByLabel("E-mail").fill("Bo@Example.com");
  await form.getByText("Some workspaces").click();
  await form.getByLabel("analytical").check();
  await shoot(ada.page, "invitation-invite", { fullPage: true });
  await form.getByRole("button", { name: "Send invitation" }).click();
  await ada.page.getByTestId("invitation").filter({ hasText: "bo@example.com" }).waitFor();
  await shoot(ada.page, "invitation-account", { fullPage: true });
  const link = await invitationLink("bo@example.com");

  // The invitation is for another address than the one that is signed in.
  await ada.page.goto(link);
  await ada.page.getByRole("button", { name: "Sign in as bo@example.com" }).waitFor();
  expect(await ada.page.evaluate("location.href")).toBe(`${world.cloud.url}/join`);
  await shoot(ada.page, "invitation-other", { fullPage: true });

  const bo = await aPage(browser, sizes.phone);
  await bo.page.goto(link);
  await bo.page.getByText("Ada invites you").waitFor();
  expect(await bo.page.evaluate("location.href")).toBe(`${world.cloud.url}/join`);
  await shoot(bo.page, "invitation-signed-out", { fullPage: true });
  await bo.page.getByRole("button", { name: "Create account" }).click();
  await signUp(bo.page, world, { name: "Bo", email: "bo@example.com" });
  await bo.page.getByRole("button", { name: "Join", exact: true }).waitFor();
  await shoot(bo.page, "invitation-join", { fullPage: true });
  await bo.page.getByRole("button", { name: "Join", exact: true }).click();
  await bo.page.getByTestId("draft").waitFor();
  expect(await bo.page.evaluate("sessionStorage.getItem('clawe.invitation')")).toBeNull();

  // The link works once.
  await bo.page.goto(link);
  await bo.page.getByRole("heading", { name: "This invitation cannot be opened" }).waitFor();
  await shoot(bo.page, "invitation-used", { fullPage: true });

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
  await shoot(ada.page, "invitation-transfer", { fullPage: true });
  await form.getByRole("button", { name: "Transfer ownership" }).click();
  await row.getByText("Owner").waitFor();
  expect(await ada.page.getByRole("button", { name: "Transfer ownership" }).count()).toBe(0);

  await ada.page.getByRole("button", { name: "Leave account" }).click();
  await form.getByRole("button", { name: "Leave" }).click();
  await ada.page.getByRole("button", { name: "Create an account" }).waitFor();
  await shoot(ada.page, "invitation-left", { fullPage: true });

  expect(unexpected(ada.complaints)).toEqual([]);
  expect(unexpected(bo.complaints)).toEqual([]);
  await ada.page.context().close();
  await bo.page.context().close();
});
