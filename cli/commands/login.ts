// Sign-in and sign-out of people.
import type { Command } from "commander";
import { siteForPeople } from "../connection.ts";
import { oneLine } from "../format.ts";
import { printerOf } from "../output.ts";
import { login, logout } from "../sign-in/index.ts";

export function addLoginCommands(program: Command): void {
  program
    .command("login")
    .description("sign in with a browser, for commands such as ops")
    .option("--demo", "sign in as a laptop's demo user, without a browser")
    .option("--no-browser", "print the address instead of opening it")
    .action(async ({ demo, browser }: { demo?: true; browser: boolean }, command: Command) => {
      const site = siteForPeople();
      const { email } = await login(site, {
        demo,
        // A script has no browser to open.
        opensBrowser: browser && process.stderr.isTTY === true,
        onAddress: (url) => process.stderr.write(`Open this address to sign in:\n${url}\n`),
      });
      printerOf(command)({ site, email }, () => `Signed in at ${site} as ${oneLine(email)}`);
    });

  program
    .command("logout")
    .description("sign out, on this machine and at the site")
    .action(async (_options: object, command: Command) => {
      const site = siteForPeople();
      const ended = await logout(site);
      printerOf(command)({ site, ended }, () =>
        ended ? `Signed out at ${site}` : `Nobody was signed in at ${site}`,
      );
    });
}
