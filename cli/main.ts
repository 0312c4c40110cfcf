// The `clawe` command: lets an agent, or a person with its token, work on the board from a shell.
import { Command } from "commander";
import { addActivityCommands } from "./commands/activity.ts";
import { addAgentCommands } from "./commands/agent.ts";
import { addBusinessCommands } from "./commands/business.ts";
import { addDocumentCommands } from "./commands/document.ts";
import { addLoginCommands } from "./commands/login.ts";
import { addNotificationCommands } from "./commands/notification.ts";
import { addOpsCommands } from "./commands/ops.ts";
import { addSubtaskCommands } from "./commands/subtask.ts";
import { addTaskCommands } from "./commands/task.ts";
import { errorText } from "./format.ts";
import { protectTexts } from "./input.ts";

const environment = `
Environment:
  CLAWE_URL        the site's address without /api, such as https://clawe.example
  SQUADHUB_TOKEN   the workspace's token, sqh.<workspace>.<secret>
login, logout and ops are for people. They use your sign-in instead of SQUADHUB_TOKEN, and
http://localhost:4000 when CLAWE_URL is not set.

Name an agent by its id (inky) or its session key (agent:inky:main).
Every command takes --json. The exit code is 0, or 1 with "Error: <reason>" on standard error.`;

const program = new Command("clawe")
  .description("Work on your squad's board")
  .option("--json", "print the API's JSON")
  .enablePositionalOptions()
  .helpCommand(false)
  .addHelpText("after", environment)
  .configureOutput({
    outputError: (text, write) => write(`${errorText(text.replace(/^error: /, ""))}\n`),
  });
addAgentCommands(program);
addTaskCommands(program);
addSubtaskCommands(program);
addDocumentCommands(program);
addNotificationCommands(program);
addActivityCommands(program);
addBusinessCommands(program);
addLoginCommands(program);
const ops = addOpsCommands(program);
for (const command of [...program.commands, ...ops.commands])
  command.option("--json", "print the API's JSON");

// A reader such as `head` closes the pipe early, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const given = process.argv.slice(2);
try {
  await program.parseAsync(protectTexts(given.length > 0 ? given : ["--help"]), { from: "user" });
} catch (error) {
  const text = errorText(error instanceof Error ? error.message : String(error));
  // Exits at once instead of waiting for parallel requests.
  process.stderr.write(`${text}\n`, () => process.exit(1));
}
