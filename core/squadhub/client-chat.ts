// The gateway client's one streaming call: a message to an agent, and its answer as it is said.
import type { ChatPart } from "../../platform/types/gateway.ts";
import { failure, type GatewayConnection } from "./client.ts";

/** Until the gateway has taken the message. */
const takenWithinMs = 20_000;
/** The gateway gives a sign of life every 15 seconds. */
const silenceMs = 60_000;

export interface AgentChat {
  agentId: string;
  message: string;
  /** What `hangUp` calls it. */
  key: string;
}

/** Never throws. Ending the iteration, or `signal`, ends the agent's turn too. */
export async function* chat(
  { url, token }: GatewayConnection,
  call: AgentChat,
  signal: AbortSignal,
): AsyncGenerator<ChatPart, void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), takenWithinMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  let isTaken = false;
  try {
    const response = await fetch(new URL("/clawe/chat", url), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(call),
      // A redirect would carry the token to an address that has proven nothing.
      redirect: "error",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      return yield { kind: "error", reason: failure(response.status, "chat").reason };
    }
    isTaken = true;
    for await (const line of linesOf(response.body, heard)) {
      const part = partOf(line);
      if (part) yield part;
      if (part?.kind === "end" || part?.kind === "error") return;
    }
    yield { kind: "error", reason: "broken" };
  } catch {
    // What fetch says names addresses; that it failed, and when, is all a caller can act on.
    yield { kind: "error", reason: isTaken || signal.aborted ? "broken" : "unreachable" };
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    heard();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** One line of server-sent events: OpenAI's chunks, and comments as signs of life. */
function partOf(line: string): ChatPart | undefined {
  if (line.startsWith(":")) return { kind: "alive" };
  if (!line.startsWith("data:")) return undefined;
  const data = line.slice("data:".length).trim();
  if (data === "[DONE]") return { kind: "end" };
  const chunk = JSON.parse(data) as { error?: unknown; choices?: { delta?: { content?: unknown } }[] };
  // Its words may quote a key, or what was said: only that it failed goes on.
  if (chunk.error) return { kind: "error", reason: "failed" };
  const text = chunk.choices?.[0]?.delta?.content;
  return typeof text === "string" && text !== "" ? { kind: "text", text } : undefined;
}
