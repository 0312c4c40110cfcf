// Decides an agent's next step from the messages alone: one more command, or a final text.
import { quoteForShell } from "../shell.ts";
import { type BoardTask, failureIn, type Notice, readNotices, readTask } from "./board.ts";
import {
  type ChatMessage,
  type Colleague,
  type Conversation,
  type OfferedTool,
  readConversation,
} from "./conversation.ts";

export type Step =
  | { kind: "call"; tool: string; arguments: { command: string } }
  | { kind: "text"; text: string };

const maxSteps = 12;
const maxTasks = 3;
const offline = "I run on the built-in offline model: I keep the board up to date, but the work itself";

/**
 * The next step of the agent that these messages are addressed to. Pure: the same messages give the same step. Every turn
 * ends, because no command runs twice in a turn.
 */
export function nextStep(messages: ChatMessage[], tools: OfferedTool[]): Step {
  const conversation = readConversation(messages);
  const { agent, request, ran, stopWord } = conversation;
  if (stopWord) return say(stopWord);
  for (const { command, output } of ran) {
    const failure = failureIn(output);
    if (failure !== undefined) return say(`I stopped, because \`${command}\` failed: ${failure}`);
  }
  const heartbeat = /^heartbeat\b|HEARTBEAT_OK|HEARTBEAT\.md/i.test(request);
  const asked = readNotices(request).filter((notice) => notice.taskId);
  if (!heartbeat && asked.length === 0) return say(answerTo(agent, request));

  const tool = toolForCommands(tools);
  if (!tool) return say("I have no tool to run commands here, so I cannot look at the board.");
  if (ran.length >= maxSteps) return say("I stop here: this turn has taken too many steps.");

  const check = `clawe check agent:${agent.id}:main`;
  const outputOf = new Map(ran.map(({ command, output }) => [command, output]));
  const run = (command: string): Step => ({ kind: "call", tool, arguments: { command } });
  const checked = outputOf.get(check);
  if (checked === undefined) return run(check);

  const notices = [...asked, ...readNotices(checked)];
  if (notices.length === 0) {
    return say(/\bHEARTBEAT_OK\b/.test(checked) ? "HEARTBEAT_OK" : `clawe check said: ${clip(checked, 200)}`);
  }
  const report: string[] = [];
  for (const notice of byTask(notices).slice(0, maxTasks)) {
    const viewed = outputOf.get(`clawe task:view ${notice.taskId}`);
    if (viewed === undefined) return run(`clawe task:view ${notice.taskId}`);
    const task = readTask(viewed);
    if (!task) {
      report.push(`I could not read ${notice.taskId}: ${clip(viewed, 120)}`);
      continue;
    }
    const plan = planFor(task, notice, conversation, heartbeat);
    const next = plan.commands.find((command) => !outputOf.has(command));
    if (next) return run(next);
    report.push(plan.summary);
  }
  return say(closing(report, notices));
}

function say(text: string): Step {
  return { kind: "text", text };
}

/** `exec`, or else the first tool that takes a command. */
function toolForCommands(tools: OfferedTool[]): string | undefined {
  const names = tools.flatMap(({ function: f }) =>
    f?.parameters?.properties && "command" in f.parameters.properties ? [f.name] : [],
  );
  return names.includes("exec") ? "exec" : names[0];
}

/** One notice per task, in order: the first that names its type, or else the first. */
function byTask(notices: Notice[]): Notice[] {
  const tasks = new Map<string, Notice>();
  for (const notice of notices) {
    if (!notice.taskId) continue;
    if (!tasks.get(notice.taskId)?.type) tasks.set(notice.taskId, notice);
  }
  return [...tasks.values()];
}

function planFor(task: BoardTask, notice: Notice, { agent, squad }: Conversation, heartbeat: boolean) {
  const mine = task.assignees.some((name) => isCalled(agent, name));
  const starts = mine && task.status === "assigned";
  const commented = task.commenters.some((name) => isCalled(agent, name));
  const fromColleague = squad.some((colleague) => notice.from && isCalled(colleague, notice.from));
  const returned = mine && task.status === "in_progress" && notice.type === "task_assigned";
  const open = task.status === "assigned" || task.status === "in_progress";
  // A colleague's comment is read but not answered: two agents would answer each other for ever.
  const asked =
    (notice.type === "task_mentioned" || notice.type === "message_received") &&
    notice.from !== undefined &&
    !fromColleague;
  // The agent that asked for the work comments on it once; a person decides.
  const reviews =
    !mine && task.status === "review" && !commented && (heartbeat || notice.type === "review_requested");
  const speaks = starts || returned || asked || reviews || (mine && open && !commented);

  const commands: string[] = [];
  if (starts) commands.push(`clawe task:status ${task.id} in_progress --by ${agent.id}`);
  if (speaks) {
    const text = commentOn(
      task,
      agent,
      starts ? "starts" : returned ? "returned" : reviews ? "reviews" : "asked",
    );
    commands.push(`clawe task:comment ${task.id} ${quoteForShell(text)} --by ${agent.id}`);
  }
  const did = starts ? "in progress now" : task.status;
  return {
    commands,
    summary: `“${clip(task.title, 120)}” is ${did}${speaks ? ", and I left a comment on it" : "; I read it"}.`,
  };
}

function isCalled(colleague: Colleague, name: string): boolean {
  const words: string[] = name.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  return words.includes(colleague.id) || words.includes(colleague.name.toLowerCase());
}

function commentOn(
  task: BoardTask,
  agent: Colleague,
  why: "starts" | "returned" | "reviews" | "asked",
): string {
  const opening = {
    starts: `Started “${clip(task.title, 120)}” as ${agent.role}, priority ${task.priority}.`,
    returned: `“${clip(task.title, 120)}” is back with me; I have read the feedback.`,
    reviews: `I have looked at “${clip(task.title, 120)}” as ${agent.role}; a person decides.`,
    asked: `I have read this as ${agent.role}. “${clip(task.title, 120)}” is ${task.status}.`,
  }[why];
  // An "@" in a quoted title would notify somebody by mistake.
  return `${opening} ${progress(task)}`.replaceAll("@", "");
}

function progress({ subtasks }: BoardTask): string {
  if (subtasks.length === 0) return "It has no subtasks yet, so a breakdown comes first.";
  const open = subtasks.filter((subtask) => !subtask.done).map((subtask) => `“${clip(subtask.title, 80)}”`);
  if (open.length === 0) return `All ${subtasks.length} subtasks are done.`;
  const order = [`first ${open[0]}`, open[1] && `then ${open[1]}`].filter(Boolean).join(", ");
  return `${open.length} of ${subtasks.length} subtasks open: ${order}.`;
}

function closing(report: string[], notices: Notice[]): string {
  const waiting = byTask(notices)
    .slice(maxTasks)
    .map((notice) => notice.taskId);
  const plain = notices.filter((notice) => !notice.taskId);
  return [
    ...report,
    ...plain.map((notice) => `Read: ${clip(notice.text, 200)}`),
    ...(waiting.length > 0 ? [`Not read yet: ${waiting.join(", ")}.`] : []),
    ...(report.length > 0 ? [`${offline} needs a model key.`] : []),
  ].join("\n");
}

function answerTo(agent: Colleague, request: string): string {
  const wrote = request === "" ? "" : ` You wrote: “${clip(request, 200)}”.`;
  return (
    `${agent.name} here, ${agent.role}.${wrote} ${offline} and real answers need a model key. ` +
    "Assign me a task or mention me on one, and I will pick it up."
  );
}

function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
