// The input of every workspace text: one agent, its squad and the customer's workspace.
import type { SquadAgent } from "./squads.ts";

export interface Brief {
  agent: SquadAgent;
  agents: SquadAgent[];
  lead: SquadAgent;
  workspaceName: string;
  goal: string | undefined;
}

/** Makes customer text safe for a line or a table cell of Markdown. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "/").replaceAll("`", "'").trim();
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
