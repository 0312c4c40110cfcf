// An agent's workspace directory: the Markdown files that make up its prompt.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeAtomically } from "./atomic-file.ts";
import type { AgentSettings } from "./settings.ts";

const maxPromptFile = 20_000;
const maxPrompt = 60_000;

/** The system prompt: who the agent is, then those of its files that fit. */
export function systemPrompt(agent: AgentSettings, sessionKey: string): string {
  let prompt = [
    `You are ${agent.name}, an agent of a squad. Your id is \`${agent.id}\`.`,
    "Use the exec tool to run commands in your workspace.",
    `Runtime: name=${agent.name} | agent=${agent.id} | session=${sessionKey}`,
  ].join("\n");
  const entries = existsSync(agent.workspace) ? readdirSync(agent.workspace, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map(({ name }) => name);
  for (const name of names.sort()) {
    const content = readFileSync(join(agent.workspace, name), "utf8").slice(0, maxPromptFile);
    if (prompt.length + content.length < maxPrompt) prompt += `\n\n## ${name}\n${content}`;
  }
  return prompt;
}

/** Writes the files, each atomically, and deletes those whose content is null. Creates the directory. */
export function writeWorkspaceFiles(directory: string, files: Record<string, string | null>): void {
  for (const [name, content] of Object.entries(files)) {
    if (content === null) rmSync(join(directory, name), { force: true });
    else writeAtomically(join(directory, name), content);
  }
}

/** The directory that commands run in. Creates it. */
export function workspaceDirectory(agent: AgentSettings): string {
  mkdirSync(agent.workspace, { recursive: true });
  return agent.workspace;
}
