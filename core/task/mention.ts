// The agents that a text mentions with @: by id, or by name, which customers choose and which may have several words.

interface Named {
  agentId: string;
  name: string;
}

/** Not the @ of an e-mail address. */
const mentionSign = /(?<![\p{L}\p{N}_.+@-])@/gu;
/** The name goes on, so the alias is only its beginning. */
const nameContinues = /^(?:[\p{L}\p{N}_]|-[\p{L}\p{N}])/u;

const normalize = (text: string) => text.normalize("NFKC").toLowerCase();

/** An agent's names as people type them: `@captain nemo`, `@captain-nemo`, `@CaptainNemo`, `@main`. */
function aliasesOf({ agentId, name }: Named): string[] {
  const words = normalize(name)
    .split(/[\s_-]+/)
    .filter(Boolean);
  const joined =
    words.length > 0 ? [normalize(name), ...[" ", "-", "_", ""].map((by) => words.join(by))] : [];
  return [agentId, ...joined];
}

/** The ids of the agents that `text` mentions. Where one name begins with another, the longest match counts. */
export function mentionedIn(text: string, agents: Named[]): Set<string> {
  const normalized = normalize(text).replace(/[^\S\n]+/g, " ");
  const aliases = agents
    .flatMap((agent) => aliasesOf(agent).map((alias) => ({ alias, agentId: agent.agentId })))
    .sort((a, b) => b.alias.length - a.alias.length);
  const found = new Set<string>();
  for (const { index } of normalized.matchAll(mentionSign)) {
    const rest = normalized.slice(index + 1);
    const longest = aliases.find(
      ({ alias }) => rest.startsWith(alias) && !nameContinues.test(rest.slice(alias.length)),
    );
    if (!longest) continue;
    for (const { alias, agentId } of aliases) if (alias === longest.alias) found.add(agentId);
  }
  return found;
}
