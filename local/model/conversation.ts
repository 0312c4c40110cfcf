// Reads a chat-completions request: which agent it is for, what it asks, and what tools have answered in this turn.

/** A message of the chat-completions protocol: the fields that are read here. */
export interface ChatMessage {
  role: string;
  content?: string | { type?: string; text?: string }[] | null;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

/** A tool as offered by the request. */
export interface OfferedTool {
  type?: string;
  function?: { name: string; parameters?: { properties?: Record<string, unknown> } };
}

export interface Colleague {
  id: string;
  name: string;
  role: string;
}

/** A command that ran in this turn, and its output. */
export interface RanCommand {
  command: string;
  output: string;
}

export interface Conversation {
  agent: Colleague;
  /** The squad as the system prompt lists it, or the default one. */
  squad: Colleague[];
  /** The last message of a person or of the control plane, without what the gateway adds. */
  request: string;
  /** The reply that ends a chain of agents that answer each other, when the gateway asks for one. */
  stopWord: string | undefined;
  /** The commands since that message, in order. */
  ran: RanCommand[];
}

const defaultSquad: Colleague[] = [
  { id: "main", name: "Clawe", role: "Squad Lead" },
  { id: "inky", name: "Inky", role: "Content Writer" },
  { id: "pixel", name: "Pixel", role: "Designer" },
  { id: "scout", name: "Scout", role: "SEO Specialist" },
];

// A gateway ends each request with a message of the user that begins so, even after a tool's result.
const internalEnvelope = "<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>";

/** Reads the agent, its last request and this turn's commands from a request's messages. */
export function readConversation(messages: ChatMessage[]): Conversation {
  const start = messages.findLastIndex((message) => message.role === "user" && !isInternal(message));
  const system = messages
    .filter(({ role }) => role === "system" || role === "developer")
    .map(textOf)
    .join("\n");
  const squad = readSquad(system);
  const id = readAgentId(system, messages);
  const agent = squad.find((colleague) => colleague.id === id) ?? {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    role: "agent",
  };
  return {
    agent,
    squad,
    request: start < 0 ? "" : withoutGatewayLines(textOf(messages[start]!)),
    stopWord: /\breply exactly "([A-Z]+_SKIP)"/.exec(system)?.[1],
    ran: start < 0 ? [] : readCommands(messages.slice(start + 1)),
  };
}

function textOf(message: ChatMessage): string {
  if (typeof message.content === "string") return message.content;
  return (message.content ?? []).map((part) => part.text ?? "").join("");
}

function isInternal(message: ChatMessage): boolean {
  return textOf(message).trimStart().startsWith(internalEnvelope);
}

/** A gateway puts the time before a message and, after the first message of a session, a `Runtime:` line. */
function withoutGatewayLines(text: string): string {
  return text
    .replace(/^\s*\[\w{3} \d{4}-\d\d-\d\d \d\d:\d\d[^\]]*\]\s*/, "")
    .replace(/\n+Runtime: [^\n]*\bagent=[^\n]*\s*$/, "")
    .trim();
}

function readAgentId(system: string, messages: ChatMessage[]): string {
  const all = messages.map(textOf).join("\n");
  const found =
    /^Runtime: .*\bagent=([a-z0-9_-]+)/m.exec(all) ??
    /\byour id is [`"']?([a-z0-9_-]+)/i.exec(system) ??
    /\bagent:([a-z0-9_-]+):main\b/.exec(system) ??
    /\bagent:([a-z0-9_-]+):main\b/.exec(all);
  return found?.[1] ?? "main";
}

/** AGENTS.md lists the squad in a table `| id | name | role |`. */
function readSquad(system: string): Colleague[] {
  const rows = [...system.matchAll(/^\|\s*`([a-z0-9_-]+)`\s*\|\s*([^|\n]+?)\s*\|\s*([^|\n]+?)\s*\|/gm)];
  if (rows.length === 0) return defaultSquad;
  return rows.map(([, id, name, role]) => ({ id: id!, name: name!, role: role! }));
}

function readCommands(messages: ChatMessage[]): RanCommand[] {
  const outputs = new Map(
    messages.filter((m) => m.role === "tool").map((message) => [message.tool_call_id, textOf(message)]),
  );
  return messages
    .flatMap((message) => message.tool_calls ?? [])
    .map((call) => ({ command: readCommand(call.function.arguments), output: outputs.get(call.id) ?? "" }));
}

function readCommand(toolArguments: string): string {
  try {
    const parsed: unknown = JSON.parse(toolArguments);
    if (typeof parsed === "object" && parsed !== null && "command" in parsed) return String(parsed.command);
    return "";
  } catch {
    return ""; // not JSON: no command of ours
  }
}
