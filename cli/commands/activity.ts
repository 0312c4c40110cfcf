// The workspace's feed.
import type { Command } from "commander";
import { connect } from "../connection.ts";
import { feedText } from "../format.ts";
import { count } from "../input.ts";
import { print } from "../output.ts";

export function addActivityCommands(program: Command): void {
  program
    .command("feed")
    .description("what happened, newest first")
    .option("--limit <n>", "how many, 100 at most", count, 20)
    .action(async ({ limit }: { limit: number }, command: Command) => {
      const { api, path, ask } = connect();
      const found = await ask(() =>
        api.GET("/t/{tenantId}/activities", { params: { path, query: { limit } } }),
      );
      print(command, found, ({ items }) => feedText(items));
    });
}
