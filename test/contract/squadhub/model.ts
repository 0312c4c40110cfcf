// A model for tests: it answers a message "run: <command>" with one `exec` call, and any other message with a text.

interface Message {
  role: string;
  content?: string | { text?: string }[] | null;
}

export interface ModelAnswer {
  /** The text of the message that the turn is about. */
  request: string;
  /** Whether this is the turn's first call. */
  begins: boolean;
  /** The body of the HTTP response: a stream if one was requested. */
  contentType: string;
  content: string;
}

// A gateway ends its requests with an internal message of the user, even after a tool's result.
const internal = "<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>";

export function modelAnswer(body: Record<string, unknown>): ModelAnswer {
  const messages = (body.messages ?? []) as Message[];
  const isRequest = ({ role, content }: Message) => role === "user" && !textOf(content).startsWith(internal);
  const at = messages.findLastIndex(isRequest);
  const request = textOf(messages[at]?.content);
  const ran = messages.slice(at).some(({ role }) => role === "tool");
  const command = /^run: (.+)$/m.exec(request)?.[1];
  const delta =
    command && !ran
      ? { role: "assistant", content: null, tool_calls: [execCall(command)] }
      : { role: "assistant", content: "done" };
  const finish = command && !ran ? "tool_calls" : "stop";
  if (!body.stream) {
    const choices = [{ index: 0, message: delta, finish_reason: finish }];
    const content = JSON.stringify({ ...header, object: "chat.completion", choices });
    return { request, begins: !ran, contentType: "application/json", content };
  }
  const events = [chunk(delta, null), chunk({}, finish)].map((data) => `data: ${JSON.stringify(data)}\n\n`);
  const content = `${events.join("")}data: [DONE]\n\n`;
  return { request, begins: !ran, contentType: "text/event-stream", content };
}

const header = { id: "chatcmpl-test", created: 0, model: "offline" };

function execCall(command: string) {
  const call = { name: "exec", arguments: JSON.stringify({ command }) };
  return { index: 0, id: `call_${Date.now()}`, type: "function", function: call };
}

function chunk(delta: Record<string, unknown>, finish_reason: string | null) {
  const choices = [{ index: 0, delta, finish_reason }];
  return { ...header, object: "chat.completion.chunk", choices };
}

function textOf(content: Message["content"]): string {
  return typeof content === "string" ? content : (content ?? []).map(({ text }) => text ?? "").join("");
}
