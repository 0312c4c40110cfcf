// One request to the configured model, over the OpenAI-compatible chat-completions protocol.
import type { ModelSettings } from "./settings.ts";

const timeoutMs = 120_000;

export interface ToolCall {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
}

export type Message =
  | { role: "system" | "user"; content: string }
  | { role: "assistant"; content: string | null; tool_calls?: ToolCall[] }
  | { role: "tool"; content: string; tool_call_id: string };

export type AssistantMessage = Extract<Message, { role: "assistant" }>;

const execTool = {
  type: "function",
  function: {
    name: "exec",
    description: "Run a shell command in your workspace and read its output.",
    parameters: {
      type: "object",
      properties: { command: { type: "string", description: "The command, for sh -c." } },
      required: ["command"],
    },
  },
};

/** Asks the model for its next message. Throws an `Error` whose message has neither the provider's text nor the key. */
export async function askModel(
  model: ModelSettings,
  messages: Message[],
  signal: AbortSignal,
): Promise<AssistantMessage> {
  const response = await fetch(`${model.baseUrl}/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(model.apiKey ? { authorization: `Bearer ${model.apiKey}` } : {}),
    },
    body: JSON.stringify({ model: model.model, messages, tools: [execTool] }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the model answered ${response.status}`);
  }
  const body = (await response.json()) as { choices?: { message?: AssistantMessage }[] };
  const message = body.choices?.[0]?.message;
  if (!message) throw new Error("the model answered without a message");
  const calls = message.tool_calls?.length ? { tool_calls: message.tool_calls } : {};
  return { role: "assistant", content: message.content ?? null, ...calls };
}
