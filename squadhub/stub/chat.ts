// Chat with an agent by the OpenAI-compatible protocol: a turn whose text is the answer.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Gateway } from "./gateway.ts";
import { badField, HttpError, readBody, sendJson } from "./http.ts";
import { isRecord } from "./settings.ts";

/** `model` is `openclaw/<agentId>`; the session is the header `x-openclaw-session-key`. Hanging up aborts the turn. */
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
  const common = {
    id: `chatcmpl_${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: `openclaw/${agentId}`,
  };
  if (body.stream === true) return stream(response, common, turn);
  const content = await turn;
  const choice = { index: 0, message: { role: "assistant", content }, finish_reason: "stop" };
  const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
  sendJson(response, 200, { ...common, object: "chat.completion", choices: [choice], usage });
}

/** The headers and the role go out at once; the text follows when the turn has ended. */
async function stream(response: ServerResponse, common: object, turn: Promise<string>): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
  });
  const send = (delta: object, finish: string | null = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish }];
    response.write(`data: ${JSON.stringify({ ...common, object: "chat.completion.chunk", choices })}\n\n`);
  };
  send({ role: "assistant" });
  for (const content of (await turn).match(/\S+\s*|\s+/g) ?? []) send({ content });
  send({}, "stop");
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
