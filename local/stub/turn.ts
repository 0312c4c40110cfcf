// One turn of an agent: asks the model, and runs the commands it asks for, until it answers with text.
import { runCommand } from "./exec.ts";
import { askModel, type Message, type ToolCall } from "./provider.ts";
import type { Sessions } from "./sessions.ts";
import type { AgentSettings, ModelSettings } from "./settings.ts";
import { systemPrompt, workspaceDirectory } from "./workspace.ts";

const maxSteps = 12;

export interface Turn {
  agent: AgentSettings;
  model: ModelSettings | undefined;
  sessionKey: string;
  message: string;
  signal: AbortSignal;
}

/** Runs a turn, and adds it to its session. Returns the model's last text. */
export async function runTurn(turn: Turn, sessions: Sessions): Promise<string> {
  if (!turn.model) throw new Error("the config names no model that speaks openai-completions");
  const system: Message = { role: "system", content: systemPrompt(turn.agent, turn.sessionKey) };
  const history = sessions.history(turn.sessionKey);
  const messages: Message[] = [{ role: "user", content: turn.message }];
  for (let step = 0; step < maxSteps; step++) {
    const message = await askModel(turn.model, [system, ...history, ...messages], turn.signal);
    messages.push(message);
    if (!message.tool_calls) {
      sessions.add(turn.sessionKey, messages);
      return message.content ?? "";
    }
    for (const call of message.tool_calls) {
      messages.push({ role: "tool", tool_call_id: call.id, content: await answer(call, turn) });
      turn.signal.throwIfAborted();
    }
  }
  throw new Error(`the turn did not end within ${maxSteps} steps`);
}

async function answer(call: ToolCall, turn: Turn): Promise<string> {
  if (call.function.name !== "exec") return `Error: there is no tool named ${call.function.name}`;
  const command = readCommand(call.function.arguments);
  if (command === undefined) return "Error: exec needs a command";
  return runCommand(command, workspaceDirectory(turn.agent), turn.signal);
}

function readCommand(text: string): string | undefined {
  try {
    const { command } = JSON.parse(text) as { command?: unknown };
    return typeof command === "string" ? command : undefined;
  } catch {
    return undefined; // the model gets an error as the tool's answer
  }
}
