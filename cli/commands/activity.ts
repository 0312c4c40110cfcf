// The workspace's feed.
import type { Command } from "commander";
import { inWorkspace } from "../action.ts";
import { feedText } from "../format.ts";
import { wholeNumber } from "../input.ts";

export function addActivityCommands(program: Command): void {
  program
    .command("feed")
    .description("show what happened, newest first")
    .option("--limit <n>", "how many entries, at most 100", wholeNumber, 20)
    .action(
      inWorkspace(async ({ api, path, request, print }, { limit }: { limit: number }) => {
        const found = await request(() =>
          api.GET("/t/{tenantId}/activities", { params: { path, query: { limit } } }),
        );
        print(found, ({ items }) => feedText(items));
      }),
    );
}
