// Messages to agents.
import type { Command } from "commander";
import { inWorkspace } from "../action.ts";
import { agentId } from "../input.ts";

export function addNotificationCommands(program: Command): void {
  program
    .command("notify")
    .description("send a message to an agent")
    .argument("<agent>", "the recipient", agentId)
    .argument("<text>")
    .option("--from <agent>", "the sender", agentId)
    .action(
      inWorkspace(
        async ({ api, path, request, print }, agentId: string, text: string, { from }: { from?: string }) => {
          const body = { agentId, content: text.trim(), by: from };
          await request((header) =>
            api.POST("/t/{tenantId}/notifications", { params: { path, header }, body }),
          );
          print({}, () => `Notified ${agentId}`);
        },
      ),
    );
}
