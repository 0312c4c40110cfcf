// Chats with agents: the text of a turn is the answer. Over the OpenAI-compatible protocol, and over the plugin's paths.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isRecord } from "../json.ts";
import { badField, HttpError, knownAgent, readBody, sendJson, stringField } from "./http.ts";
import type { Gateway } from "./state.ts";

const maxMessageLength = 64 * 1024;

/** `model` is `openclaw/<agentId>`; the header `x-openclaw-session-key` names the session. Hanging up aborts the turn. */
export async function completeChat(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  const agentId = /^openclaw\/(.+)$/.exec(String(body.model))?.[1];
  if (!agentId) throw badField("model", "must be openclaw/<agentId>");
  if (!gateway.config.settings().agents.has(agentId)) throw badField("model", "names an unknown agent");
  const message = lastUserText(body.messages);
  if (!message) throw badField("messages", "must hold a user message");
  if (gateway.queue.isFull(agentId)) throw new HttpError(409, { busy: true });

  const header = request.headers["x-openclaw-session-key"];
  const sessionKey =
    typeof header === "string" ? header.slice(0, 200) : `agent:${agentId}:chat:${randomUUID()}`;
  const hungUp = new AbortController();
  response.once("close", () => hungUp.abort());
  const turn = gateway.turn(agentId, sessionKey, message, hungUp.signal);
  const common = commonOf(agentId);
  if (body.stream === true) {
    begin(response);
    return stream(response, common, turn, hungUp.signal);
  }
  const content = await turn;
  const choice = { index: 0, message: { role: "assistant", content }, finish_reason: "stop" };
  const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
  sendJson(response, 200, { ...common, object: "chat.completion", choices: [choice], usage });
}

/** The plugin's chat: in the agent's main session, streamed, and ended by its key. It waits for turns in progress. */
export async function chat(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  const { id } = knownAgent(gateway.config.settings().agents, body);
  const message = stringField(body, "message", { max: maxMessageLength });
  const key = stringField(body, "key", { max: 200 });
  if (gateway.chats.has(key)) throw new HttpError(409, { busy: true });
  const abort = new AbortController();
  gateway.chats.set(key, abort);
  response.once("close", () => {
    gateway.chats.delete(key);
    abort.abort();
  });
  begin(response);
  // At once, so that the caller knows from here on that the message was accepted.
  response.write(":\n\n");
  const turn = gateway.turn(id, `agent:${id}:main`, message, abort.signal);
  await stream(response, commonOf(id), turn, abort.signal);
}

/** Ends a chat in progress. */
export async function hangUp({ chats }: Gateway, request: IncomingMessage, response: ServerResponse) {
  const chat = chats.get(stringField(await readBody(request), "key", { max: 200 }));
  chat?.abort();
  sendJson(response, 200, { ended: chat !== undefined });
}

const commonOf = (agentId: string) => ({
  id: `chatcmpl_${randomUUID()}`,
  created: Math.floor(Date.now() / 1000),
  model: `openclaw/${agentId}`,
});

function begin(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
  });
}

/** Sends the role at once, and the text when the turn has ended. */
async function stream(
  response: ServerResponse,
  common: object,
  turn: Promise<string>,
  signal?: AbortSignal,
): Promise<void> {
  const write = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const send = (delta: object, finish: string | null = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish }];
    write({ ...common, object: "chat.completion.chunk", choices });
  };
  send({ role: "assistant" });
  const aborted = new Promise<never>((_, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
  try {
    for (const content of (await Promise.race([turn, aborted])).match(/\S+\s*|\s+/g) ?? []) send({ content });
    send({}, "stop");
  } catch (error) {
    // Who aborts a chat gets no end of it.
    if (signal?.aborted) return void response.end();
    write({ error: { message: String(error), type: "api_error" } });
  }
  response.end("data: [DONE]\n\n");
}

function lastUserText(messages: unknown): string | undefined {
  const last = Array.isArray(messages)
    ? messages.findLast((m) => isRecord(m) && m.role === "user")
    : undefined;
  if (!isRecord(last)) return undefined;
  if (typeof last.content === "string") return last.content;
  const parts: unknown[] = Array.isArray(last.content) ? last.content : [];
  return parts.map((part) => (isRecord(part) && typeof part.text === "string" ? part.text : "")).join("");
}
