// The gateway client's one streaming call: a message to an agent, and the agent's answer part by part.
import type { ChatPart } from "../../platform/types/gateway.ts";
import { failure, type GatewayConnection } from "./client.ts";

/** The longest wait until the gateway has accepted the message. */
const acceptTimeoutMs = 20_000;
/** The gateway sends a sign of life every 15 seconds. */
const silenceTimeoutMs = 60_000;

export interface AgentChat {
  agentId: string;
  message: string;
  /** `hangUp` ends the chat by this key. */
  key: string;
}

/** Never throws: an error is the last part. Ending the iteration, or aborting `signal`, also ends the agent's turn. */
export async function* chat(
  { url, token }: GatewayConnection,
  call: AgentChat,
  signal: AbortSignal,
): AsyncGenerator<ChatPart, void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), acceptTimeoutMs);
  const onData = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceTimeoutMs);
  };
  let isAccepted = false;
  try {
    const response = await fetch(new URL("/clawe/chat", url), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(call),
      // A redirect would carry the token to an address that was not proven.
      redirect: "error",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      return yield { kind: "error", reason: failure(response.status, "chat").reason };
    }
    isAccepted = true;
    for await (const line of linesOf(response.body, onData)) {
      const part = partOf(line);
      if (part) yield part;
      if (part?.kind === "end" || part?.kind === "error") return;
    }
    yield { kind: "error", reason: "broken" };
  } catch {
    // The message of fetch names addresses. Callers need only know that it failed, and when.
    yield { kind: "error", reason: isAccepted || signal.aborted ? "broken" : "unreachable" };
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>, onData: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    onData();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** Parses one line of server-sent events: OpenAI's chunks, and comments as signs of life. */
function partOf(line: string): ChatPart | undefined {
  if (line.startsWith(":")) return { kind: "alive" };
  if (!line.startsWith("data:")) return undefined;
  const data = line.slice("data:".length).trim();
  if (data === "[DONE]") return { kind: "end" };
  const chunk = JSON.parse(data) as { error?: unknown; choices?: { delta?: { content?: unknown } }[] };
  // The message may quote a key or the conversation, so it is not passed on.
  if (chunk.error) return { kind: "error", reason: "failed" };
  const text = chunk.choices?.[0]?.delta?.content;
  return typeof text === "string" && text !== "" ? { kind: "text", text } : undefined;
}
