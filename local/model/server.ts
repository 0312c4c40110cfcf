// The offline model over HTTP: an OpenAI-compatible endpoint, so that agents answer without a key.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../http.ts";
import { isRecord } from "../json.ts";
import { type ChatMessage, type OfferedTool, readConversation } from "./conversation.ts";
import { nextStep, type Step } from "./next-step.ts";

const modelId = "offline";
const maxBodyBytes = 4 * 1024 * 1024;
const maxTurns = 200;

/** A finished turn: who answered, when, and the commands that led to the answer. */
export interface OfflineTurn {
  agentId: string;
  at: string;
  commands: string[];
}

export interface OfflineModel {
  /** Answers requests under `/model/v1/`. Returns false, without an answer, for any other path. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** The latest 200 turns, oldest first. */
  turns(): OfflineTurn[];
}

interface ChatRequest {
  model?: string;
  messages: ChatMessage[];
  tools?: OfferedTool[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
}

/** An offline model. Its only state is the record of its turns. */
export function createOfflineModel(): OfflineModel {
  const turns: OfflineTurn[] = [];

  async function complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readRequest(request);
    if (!body)
      return sendJson(response, 400, failure("The body must be JSON with `messages`, at most 4 MB."));
    const step = nextStep(body.messages, body.tools ?? []);
    if (step.kind === "text") {
      const { agent, ran } = readConversation(body.messages);
      const commands = ran.map(({ command }) => command);
      turns.push({ agentId: agent.id, at: new Date().toISOString(), commands });
      if (turns.length > maxTurns) turns.shift();
    }
    if (body.stream) stream(response, body, step);
    else sendJson(response, 200, completion(body, step));
  }

  return {
    turns: () => [...turns],
    async handler(request, response) {
      const path = new URL(request.url ?? "/", "http://local").pathname;
      if (!path.startsWith("/model/v1/")) return false;
      if (request.method === "GET" && path === "/model/v1/models") {
        const model = { id: modelId, object: "model", owned_by: "clawe" };
        sendJson(response, 200, { object: "list", data: [model] });
      } else if (request.method === "POST" && path === "/model/v1/chat/completions") {
        await complete(request, response);
      } else {
        sendJson(response, 404, failure("No such endpoint."));
      }
      return true;
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<ChatRequest | undefined> {
  try {
    const parsed: unknown = JSON.parse((await readBody(request, maxBodyBytes)).toString());
    return isChatRequest(parsed) ? parsed : undefined;
  } catch {
    request.resume();
    return undefined; // cut off, too large or not JSON: the caller answers 400
  }
}

function isChatRequest(value: unknown): value is ChatRequest {
  if (!isRecord(value) || !Array.isArray(value.messages)) return false;
  if (value.tools !== undefined && !isArrayOfRecords(value.tools)) return false;
  return value.messages.every(isMessage);
}

function isMessage(value: unknown): boolean {
  if (!isRecord(value) || typeof value.role !== "string") return false;
  const { content } = value;
  const calls = value.tool_calls ?? [];
  const readable = content == null || typeof content === "string" || isArrayOfRecords(content);
  return readable && isArrayOfRecords(calls) && calls.every(isToolCall);
}

function isToolCall(call: Record<string, unknown>): boolean {
  return isRecord(call.function) && typeof call.function.arguments === "string";
}

function isArrayOfRecords(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isRecord);
}

const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

function header(body: ChatRequest) {
  return {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: body.model ?? modelId,
  };
}

function toolCall(step: Step & { kind: "call" }) {
  return {
    id: `call_${randomUUID().replaceAll("-", "").slice(0, 24)}`,
    type: "function",
    function: { name: step.tool, arguments: JSON.stringify(step.arguments) },
  };
}

function completion(body: ChatRequest, step: Step) {
  const message =
    step.kind === "text"
      ? { role: "assistant", content: step.text }
      : { role: "assistant", content: null, tool_calls: [toolCall(step)] };
  const choice = { index: 0, message, finish_reason: step.kind === "text" ? "stop" : "tool_calls" };
  return { ...header(body), object: "chat.completion", choices: [choice], usage };
}

function stream(response: ServerResponse, body: ChatRequest, step: Step): void {
  const common = { ...header(body), object: "chat.completion.chunk" };
  const send = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const delta = (content: Record<string, unknown>, finish: string | null = null) =>
    send({ ...common, choices: [{ index: 0, delta: content, finish_reason: finish }] });

  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  if (step.kind === "text") {
    delta({ role: "assistant", content: "" });
    for (const piece of step.text.match(/\S+\s*|\s+/g) ?? []) delta({ content: piece });
    delta({}, "stop");
  } else {
    delta({ role: "assistant", content: null, tool_calls: [{ index: 0, ...toolCall(step) }] });
    delta({}, "tool_calls");
  }
  if (body.stream_options?.include_usage) send({ ...common, choices: [], usage });
  response.end("data: [DONE]\n\n");
}

function failure(message: string) {
  return { error: { message, type: "invalid_request_error" } };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
