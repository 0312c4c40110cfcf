// The squad: an agent's check, the agents, and new ones.
import type { Command } from "commander";
import { inWorkspace } from "../action.ts";
import { notificationsText, registeredText, squadText } from "../format.ts";
import { agentId, byOption } from "../input.ts";

/** The API's limit for one request. */
const MOST_CONFIRMED = 100;

/** Long because it declares four commands, each with its arguments. */
export function addAgentCommands(program: Command): void {
  program
    .command("check")
    .description("heartbeat: print an agent's new notifications, which then count as read, or HEARTBEAT_OK")
    .argument("<sessionKey>", "the agent", agentId)
    .action(
      inWorkspace(async ({ api, path, request, print }, agentId: string) => {
        const found = await request((header) =>
          api.POST("/t/{tenantId}/agents/{agentId}/check", {
            params: { path: { ...path, agentId }, header },
          }),
        );
        print(found, ({ items }) => notificationsText(items));
        const ids = found.items.map(({ notificationId }) => notificationId);
        // Confirmed after printing: what was not printed is handed over again.
        for (let at = 0; at < ids.length; at += MOST_CONFIRMED)
          await request(() =>
            api.POST("/t/{tenantId}/agents/{agentId}/check/confirm", {
              params: { path: { ...path, agentId } },
              body: { notificationIds: ids.slice(at, at + MOST_CONFIRMED) },
            }),
          );
      }),
    );

  program
    .command("squad")
    .description("list the agents of the squad")
    .action(
      inWorkspace(async ({ api, path, request, print }) => {
        const found = await request(() => api.GET("/t/{tenantId}/agents", { params: { path } }));
        print(found, ({ items }) => squadText(items));
      }),
    );

  program
    .command("agent:register")
    .description("add an agent to the squad; only the lead may")
    .argument("<name>")
    .argument("<role>")
    .argument("<agent>", "its id or session key", agentId)
    .option("--emoji <emoji>")
    .addOption(byOption())
    .action(
      inWorkspace(
        async (
          { api, path, request, print },
          name: string,
          role: string,
          agentId: string,
          { emoji, by }: RegisterOptions,
        ) => {
          const agent = await request((header) =>
            api.POST("/t/{tenantId}/agents", {
              params: { path, header },
              body: { agentId, name: name.trim(), role: role.trim(), emoji, by },
            }),
          );
          print(agent, registeredText);
        },
      ),
    );
}

interface RegisterOptions {
  emoji?: string;
  by?: string;
}
