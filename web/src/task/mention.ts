// Mentions of agents in the text that a person is writing.
import type { Agent } from "../queries.ts";

export interface OpenMention {
  /** The position of its @. */
  from: number;
  typed: string;
}

/** The mention that the caret is in or directly behind. */
export function mentionAt(text: string, caret: number): OpenMention | undefined {
  const match = /(?:^|[^\w@])@([\w-]*)$/.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed: typed.toLowerCase() };
}

/** What to type after the @: the agent's name if that is one word, else its id. */
export const mentionHandle = ({ agentId, name }: Agent): string => (/^[\w-]+$/.test(name) ? name : agentId);

export const matchingAgents = (agents: Agent[], typed: string): Agent[] =>
  agents.filter(({ agentId, name }) => agentId.startsWith(typed) || name.toLowerCase().startsWith(typed));
