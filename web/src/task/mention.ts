// Agents named with @ in what is being written.
import type { Agent } from "../queries.ts";

export interface OpenMention {
  /** Where its @ stands. */
  from: number;
  typed: string;
}

/** The @name that the caret stands in or behind. */
export function mentionAt(text: string, caret: number): OpenMention | undefined {
  const match = /(?:^|[^\w@])@([\w-]*)$/.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed: typed.toLowerCase() };
}

/** What addresses an agent: its name where that is one word, else its id. */
export const handleOf = ({ agentId, name }: Agent): string => (/^[\w-]+$/.test(name) ? name : agentId);

export const matching = (agents: Agent[], typed: string): Agent[] =>
  agents.filter(({ agentId, name }) => agentId.startsWith(typed) || name.toLowerCase().startsWith(typed));
