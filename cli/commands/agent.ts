// The squad: an agent's heartbeat, and who is in it.
import type { Command } from "commander";
import { connect } from "../connection.ts";
import { notificationsText, registeredText, squadText } from "../format.ts";
import { agentId, byOption } from "../input.ts";
import { print } from "../output.ts";

/** In one request. */
const MOST_CONFIRMED = 100;

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
      const ids = found.items.map(({ notificationId }) => notificationId);
      // Only now: what was not printed is handed over again.
      for (let at = 0; at < ids.length; at += MOST_CONFIRMED)
        await ask(() =>
          api.POST("/t/{tenantId}/agents/{agentId}/check/confirm", {
            params: { path: { ...path, agentId } },
            body: { notificationIds: ids.slice(at, at + MOST_CONFIRMED) },
          }),
        );
    });

  program
    .command("squad")
    .description("the agents of the squad")
    .action(async (_options: object, command: Command) => {
      const { api, path, ask } = connect();
      const found = await ask(() => api.GET("/t/{tenantId}/agents", { params: { path } }));
      print(command, found, ({ items }) => squadText(items));
    });

  program
    .command("agent:register")
    .description("bring an agent into the squad; the lead may")
    .argument("<name>")
    .argument("<role>")
    .argument("<agent>", "its id, or session key", agentId)
    .option("--emoji <emoji>")
    .addOption(byOption())
    .action(
      async (name: string, role: string, agentId: string, options: RegisterOptions, command: Command) => {
        const { api, path, ask } = connect();
        const { emoji, by } = options;
        const made = await ask((header) =>
          api.POST("/t/{tenantId}/agents", {
            params: { path, header },
            body: { agentId, name: name.trim(), role: role.trim(), emoji, by },
          }),
        );
        print(command, made, registeredText);
      },
    );
}

interface RegisterOptions {
  emoji?: string;
  by?: string;
}
