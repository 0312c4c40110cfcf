// The text output of commands: short, stable, plain, one item a line. Agents and programs rely on these formats.
import type { Schemas } from "../client/index.ts";

type Task = Schemas["Task"];
type Subtask = Schemas["Subtask"];
type Message = Schemas["Message"];
export type TaskWithSubtasks = Task & { items: Subtask[] };

/**
 * Removes control characters, which could drive a terminal or forge lines; \n and \t stay. Every character that some
 * reader takes for a line break becomes \n, so that indentation reaches each line.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** Puts a title or a name on one line, so that it cannot forge another. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, " ").trim();
}

/** Indents all lines but the first, so that none can pass for a line of our own. */
function indented(text: string, indent: string): string {
  const lines = clean(text).trim().split("\n");
  return lines.map((line, at) => (at > 0 && line.trim() ? indent + line : line.trimEnd())).join("\n");
}

/** `2026-11-23 04:42Z` */
export const minute = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)}Z`;

export function errorText(reason: string): string {
  return `Error: ${oneLine(reason)}`;
}

/** Also escapes the control characters that JSON allows in strings. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value ?? {}, null, 2);
  return json.replace(/[\u007f-\u009f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** One line a notification, with its content's further lines indented, or HEARTBEAT_OK when there is none. */
export function notificationsText(items: Schemas["Notification"][]): string {
  return items.map(notificationText).join("\n") || "HEARTBEAT_OK";
}

function notificationText({ type, from, content, taskId }: Schemas["Notification"]): string {
  const [first, ...further] = indented(content, "  ").split("\n");
  const about = taskId ? ` (task ${taskId})` : "";
  return [`[${type}] from ${oneLine(from.name)}: ${first}${about}`, ...further].join("\n");
}

/** `tsk_… [assigned] high Title (2/3 open)` */
export function taskLine({ taskId, status, priority, title, subtasks, openSubtasks }: Task): string {
  const open = subtasks > 0 ? ` (${openSubtasks}/${subtasks} open)` : "";
  return `${taskId} [${status}] ${priority} ${oneLine(title)}${open}`;
}

export function tasksText(tasks: Task[]): string {
  return tasks.map(taskLine).join("\n") || "No tasks.";
}

export function createdText({ taskId, status, title }: Task): string {
  return `Created ${taskId} [${status}] ${oneLine(title)}`;
}

export function statusText({ taskId, status }: Task): string {
  return `${taskId} is now ${status}`;
}

export function assignedText({ taskId, status, assignees }: Task): string {
  return `${taskId} [${status}] assignees: ${assignees.join(", ") || "none"}`;
}

/** A task with its subtasks and comments. */
export function taskText(task: TaskWithSubtasks, comments: Message[]): string {
  return [
    `${task.taskId} ${oneLine(task.title)}`,
    `status: ${task.status}`,
    `priority: ${task.priority}`,
    `assignees: ${task.assignees.join(", ") || "none"}`,
    `by: ${oneLine(task.by.name)}`,
    ...(task.description?.trim() ? [`description: ${indented(task.description, "  ")}`] : []),
    ...(task.items.length > 0 ? ["subtasks:", ...task.items.map(subtaskText)] : []),
    ...(comments.length > 0 ? ["comments:", ...comments.map(commentText)] : []),
  ].join("\n");
}

const marks: Record<Subtask["status"], string> = { pending: " ", in_progress: "~", done: "x", blocked: "!" };

function subtaskText(part: Subtask): string {
  const more = part.description?.trim() ? `\n     ${indented(part.description, "     ")}` : "";
  return `  ${subtaskLine(part)}${more}`;
}

/** `2. [!] Draft (inky) blocked: no access` */
export function subtaskLine({ index, status, title, assignee, reason }: Subtask): string {
  const who = assignee ? ` (${assignee})` : "";
  const why = status === "blocked" ? ` blocked: ${oneLine(reason ?? "no reason given")}` : "";
  return `${index}. [${marks[status]}] ${oneLine(title)}${who}${why}`;
}

function commentText({ by, createdAt, text }: Message): string {
  return `  ${oneLine(by.name)} (${minute(createdAt)}): ${indented(text, "    ")}`;
}

/** `inky ✍️ Inky, Content Writer: online` */
export function squadText(agents: Schemas["Agent"][]): string {
  const line = ({ agentId, emoji, name, role, state }: Schemas["Agent"]) =>
    `${agentId} ${oneLine(emoji)} ${oneLine(name)}, ${oneLine(role)}: ${state}`;
  return agents.map(line).join("\n") || "No agents.";
}

/** `2026-11-23 04:42Z Inky commented on “Title” (tsk_…)` */
export function feedText(activities: Schemas["Activity"][]): string {
  const line = ({ createdAt, by, message, taskId }: Schemas["Activity"]) =>
    `${minute(createdAt)} ${oneLine(by.name)} ${oneLine(message)}${taskId ? ` (${taskId})` : ""}`;
  return activities.map(line).join("\n") || "Nothing has happened yet.";
}

export function registeredText({ agentId, emoji, name, role }: Schemas["Agent"]): string {
  return `Registered ${agentId} ${oneLine(emoji)} ${oneLine(name)}, ${oneLine(role)}`;
}

const sizeText = (bytes: number) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** `doc_… deliverable Launch post (post.md, 12 KB) by Inky, 2026-11-23 04:42Z` */
function documentLine({ documentId, type, title, file, size, by, createdAt }: Schemas["Document"]): string {
  const what = [file ? oneLine(file.name) : "text", sizeText(size)].join(", ");
  return `${documentId} ${type} ${oneLine(title)} (${what}) by ${oneLine(by.name)}, ${minute(createdAt)}`;
}

export function documentsText(documents: Schemas["Document"][]): string {
  return documents.map(documentLine).join("\n") || "No documents.";
}

export function deliveredText({ documentId, title, taskId, size }: Schemas["Document"]): string {
  return `Delivered ${documentId} ${oneLine(title)} (${sizeText(size)})${taskId ? ` for ${taskId}` : ""}`;
}

/** The known facts about the business, one a line. */
export function businessText(business: Schemas["Business"]): string {
  const { url, name, description, favicon, metadata, approvedAt } = business;
  const { title, industry, keywords, targetAudience, tone, ogImage } = metadata;
  const known: [string, string | undefined][] = [
    ["url", url],
    ["name", name && oneLine(name)],
    ["description", description && indented(description, "  ")],
    ["industry", industry && oneLine(industry)],
    ["keywords", keywords?.map(oneLine).join(", ")],
    ["audience", targetAudience && indented(targetAudience, "  ")],
    ["tone", tone && indented(tone, "  ")],
    ["title", title && oneLine(title)],
    ["favicon", favicon && oneLine(favicon)],
    ["image", ogImage && oneLine(ogImage)],
    ["approved", approvedAt ? `yes, ${minute(approvedAt)}` : "no"],
  ];
  return known.flatMap(([field, text]) => (text ? [`${field}: ${text}`] : [])).join("\n");
}
