// The squad: an agent's heartbeat, and who is in it.
import type { Command } from "commander";
import { connect } from "../connection.ts";
import { notificationsText, squadText } from "../format.ts";
import { agentId } from "../input.ts";
import { print } from "../output.ts";

export function addAgentCommands(program: Command): void {
  program
    .command("check")
    .description("heartbeat: what is new for an agent, or HEARTBEAT_OK. What it prints counts as read")
    .argument("<sessionKey>", "the agent", agentId)
    .action(async (agentId: string, _options: object, command: Command) => {
      const { api, path, ask } = connect();
      const found = await ask((header) =>
        api.POST("/t/{tenantId}/agents/{agentId}/check", { params: { path: { ...path, agentId }, header } }),
      );
      print(command, found, ({ items }) => notificationsText(items));
    });

  program
    .command("squad")
    .description("the agents of the squad")
    .action(async (_options: object, command: Command) => {
      const { api, path, ask } = connect();
      const found = await ask(() => api.GET("/t/{tenantId}/agents", { params: { path } }));
      print(command, found, ({ items }) => squadText(items));
    });
}
