// Messages to agents.
import type { Command } from "commander";
import { connect } from "../connection.ts";
import { agentId } from "../input.ts";
import { print } from "../output.ts";

export function addNotificationCommands(program: Command): void {
  program
    .command("notify")
    .description("send an agent a message")
    .argument("<agent>", "who is to hear it", agentId)
    .argument("<text>")
    .option("--from <agent>", "who says it", agentId)
    .action(async (agentId: string, text: string, { from }: { from?: string }, command: Command) => {
      const { api, path, ask } = connect();
      const body = { agentId, content: text.trim(), by: from };
      await ask((header) => api.POST("/t/{tenantId}/notifications", { params: { path, header }, body }));
      print(command, {}, () => `Notified ${agentId}`);
    });
}
