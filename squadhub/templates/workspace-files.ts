// Builds the Markdown files of an agent's workspace from a squad template and the customer's choices.
import { type Brief, oneLine } from "./brief.ts";
import { cliFile, toolsFile } from "./cli.ts";
import { agentsFile, identityFile, memoryFile, soulFile, userFile } from "./profile.ts";
import { agentsOf, type Squad } from "./squads.ts";
import { bootstrapFile, heartbeatFile, workflowFile, workingFile } from "./work.ts";

/** Files that the agent writes itself: a repeated push must not replace them. */
export const agentOwnedFiles: readonly string[] = ["MEMORY.md"];

/** Exists until the business context is saved. */
export const BOOTSTRAP = "BOOTSTRAP.md";

const maxGoal = 2000;

export interface WorkspaceChoices {
  squad: Squad;
  /** The id of the agent whose workspace it is. */
  agent: string;
  workspaceName: string;
  goal?: string;
  /** The lead's chosen name; the template's own when absent. */
  leadName?: string;
  /** If so, there is no BOOTSTRAP.md. */
  businessContextSaved: boolean;
}

/**
 * The files of one agent's workspace by name, each below 64 KB. Throws an `Error` when the squad has no such agent.
 */
export function workspaceFiles(choices: WorkspaceChoices): Record<string, string> {
  const agents = agentsOf(choices.squad, choices.leadName && oneLine(choices.leadName));
  const agent = agents.find(({ id }) => id === choices.agent);
  const lead = agents.find(({ id }) => id === choices.squad.leadId);
  if (!agent || !lead) throw new Error(`squad ${choices.squad.id} has no agent ${choices.agent}`);
  const brief: Brief = {
    agent,
    agents,
    lead,
    workspaceName: oneLine(choices.workspaceName),
    goal: choices.goal ? oneLine(choices.goal).slice(0, maxGoal) || undefined : undefined,
  };
  return {
    "AGENTS.md": agentsFile(brief),
    "SOUL.md": soulFile(brief),
    "IDENTITY.md": identityFile(brief),
    "USER.md": userFile(brief),
    "HEARTBEAT.md": heartbeatFile(brief),
    "MEMORY.md": memoryFile(brief),
    "TOOLS.md": toolsFile(brief),
    "WORKING.md": workingFile(brief),
    "WORKFLOW.md": workflowFile(brief),
    "CLAWE-CLI.md": cliFile(brief),
    ...(choices.businessContextSaved ? {} : { [BOOTSTRAP]: bootstrapFile(brief) }),
  };
}
