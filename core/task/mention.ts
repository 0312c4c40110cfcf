// Which agents a text names with @: by id, or by name, which a customer may have chosen of several words.

interface Named {
  agentId: string;
  name: string;
}

/** Not the @ of an e-mail address. */
const sign = /(?<![\p{L}\p{N}_.+@-])@/gu;
const goesOn = /^(?:[\p{L}\p{N}_]|-[\p{L}\p{N}])/u;

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** An agent's names as people type them: `@captain nemo`, `@captain-nemo`, `@CaptainNemo`, `@main`. */
function aliasesOf({ agentId, name }: Named): string[] {
  const words = plain(name)
    .split(/[\s_-]+/)
    .filter(Boolean);
  const joined = words.length > 0 ? [plain(name), ...[" ", "-", "_", ""].map((by) => words.join(by))] : [];
  return [agentId, ...joined];
}

/** The ids of the agents that `text` names. Of names that begin alike the longest one counts. */
export function mentionedIn(text: string, agents: Named[]): Set<string> {
  const spoken = plain(text).replace(/[^\S\n]+/g, " ");
  const aliases = agents
    .flatMap((agent) => aliasesOf(agent).map((alias) => ({ alias, agentId: agent.agentId })))
    .sort((a, b) => b.alias.length - a.alias.length);
  const found = new Set<string>();
  for (const { index } of spoken.matchAll(sign)) {
    const rest = spoken.slice(index + 1);
    const longest = aliases.find(
      ({ alias }) => rest.startsWith(alias) && !goesOn.test(rest.slice(alias.length)),
    );
    if (!longest) continue;
    for (const { alias, agentId } of aliases) if (alias === longest.alias) found.add(agentId);
  }
  return found;
}
