// Signing people in and out, for the commands that are theirs.
import type { Command } from "commander";
import { siteOfPeople } from "../connection.ts";
import { oneLine } from "../format.ts";
import { print } from "../output.ts";
import { login, logout } from "../sign-in/index.ts";

export function addLoginCommands(program: Command): void {
  program
    .command("login")
    .description("sign in, in a browser; for the commands of people, such as ops")
    .option("--demo", "as the demo user of a laptop, without a browser")
    .option("--no-browser", "print the address, and leave it to you to open it")
    .action(async ({ demo, browser }: { demo?: true; browser: boolean }, command: Command) => {
      const site = siteOfPeople();
      const { email } = await login(site, {
        demo,
        // What runs without a person before it has no browser to open.
        opens: browser && process.stderr.isTTY === true,
        onAddress: (url) => process.stderr.write(`Open this address to sign in:\n${url}\n`),
      });
      print(command, { site, email }, () => `Signed in at ${site} as ${oneLine(email)}`);
    });

  program
    .command("logout")
    .description("end the sign-in, here and at the site")
    .action(async (_options: object, command: Command) => {
      const site = siteOfPeople();
      const ended = await logout(site);
      print(command, { site, ended }, () =>
        ended ? `Signed out at ${site}` : `Nobody was signed in at ${site}`,
      );
    });
}
