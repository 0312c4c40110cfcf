// Parses arguments: agents' names, numbers, JSON, and texts that look like options.
import { text } from "node:stream/consumers";
import { InvalidArgumentError, Option } from "commander";

/** An agent's id, from the id itself or from its session key `agent:<id>:main`. */
export function agentId(typed: string): string {
  const id = /^(?:agent:([^:]+):main|([^:]+))$/.exec(typed.trim().toLowerCase());
  const found = id?.[1] ?? id?.[2];
  if (!found || !/^[a-z][a-z0-9_-]{0,39}$/.test(found))
    throw new InvalidArgumentError("Give an agent's session key, such as agent:inky:main, or its id, inky.");
  return found;
}

export const byOption = () => new Option("--by <agent>", "the agent who acts").argParser(agentId);

/** Collects the agents of an option that may be repeated. */
export function agentIds(typed: string, before: string[] = []): string[] {
  return [...before, agentId(typed)];
}

export function wholeNumber(typed: string): number {
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new InvalidArgumentError("Give a whole number from 1.");
  return Number(typed);
}

const examples = {
  plan: '{"title":"…","subtasks":[{"title":"…"}]}',
  metadata: '{"industry":"…","keywords":["…"]}',
};

/** The JSON object in an argument, or in standard input when the argument is `-`. Throws an `Error` for anything else. */
export async function jsonObject(
  typed: string,
  what: keyof typeof examples,
): Promise<Record<string, unknown>> {
  const source = typed === "-" ? await text(process.stdin) : typed;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new Error(`The ${what} is not valid JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`The ${what} must be a JSON object, such as ${examples[what]}.`);
  return value as Record<string, unknown>;
}

/**
 * Texts often begin with a dash (`- first point`), which the parser would take for an option. A leading space prevents
 * that. Commands trim texts before they send them.
 */
export function protectTexts(args: string[]): string[] {
  return args.map((arg) => (/^-/.test(arg) && /\s/.test(arg) && !/^--[a-z]+=/.test(arg) ? ` ${arg}` : arg));
}
