// Reads the notices and tasks that the `clawe` command prints for agents, as leniently as a language model would.

export interface Notice {
  /** A notification type such as `task_assigned`, when the text names one. */
  type?: string;
  /** The sender, as the text names them. */
  from?: string;
  taskId?: string;
  text: string;
}

export interface BoardTask {
  id: string;
  title: string;
  status: string;
  priority: string;
  assignees: string[];
  subtasks: { title: string; done: boolean }[];
  /** The authors of the comments, oldest first, in lower case. */
  commenters: string[];
}

const types =
  /\b(task_assigned|task_mentioned|task_completed|message_received|review_requested|blocked|custom)\b/;
const taskIds = /\btsk_[0-9A-Za-z]{4,40}\b/g;

/** The notices in a message or in the output of `clawe check`. Text without notices yields one for each task it names. */
export function readNotices(text: string): Notice[] {
  const blocks = text.split(/^(?=\s*(?:[-*]\s*)?\[[a-z_]+\])/m).filter((block) => block.trim() !== "");
  return blocks.flatMap((block) => {
    const head = block.split("\n", 1)[0]!;
    const common = { type: types.exec(head)?.[1], from: /\bfrom ([^:\n(]{1,60})/i.exec(head)?.[1]?.trim() };
    const notice = { ...common, text: block.trim() };
    // A notice ends with its own task in brackets; its text may name other tasks.
    const about = [...block.matchAll(/\(task (tsk_[0-9A-Za-z]{4,40})/g)].at(-1)?.[1];
    if (about) return [{ ...notice, taskId: about }];
    const named = [...new Set(block.match(taskIds))];
    if (named.length > 0) return named.map((taskId) => ({ ...notice, taskId }));
    return common.type ? [notice] : [];
  });
}

/** The task in the output of `clawe task:view`; undefined when the output is not a task. */
export function readTask(text: string): BoardTask | undefined {
  const head = /^\s*(tsk_[0-9A-Za-z]{4,40})\s+"?(.*?)"?\s*$/m.exec(text);
  const status = field(text, "status");
  if (!head || !status) return undefined;
  return {
    id: head[1]!,
    title: head[2]!,
    status: status.toLowerCase(),
    priority: field(text, "priority") ?? "normal",
    assignees: (field(text, "assignees?") ?? "").toLowerCase().match(/[a-z0-9_-]+/g) ?? [],
    subtasks: [...section(text, "subtasks").matchAll(/^\s*\d+[.)]\s*\[(.)\]\s*(.+)$/gm)].map((line) => ({
      title: line[2]!.trim(),
      done: line[1]!.toLowerCase() === "x",
    })),
    commenters: [
      ...section(text, "comments").matchAll(/^ {0,2}(?:[-*] )?([^:(\n]{1,80}?)(?: \([^)\n]*\))?:\s/gm),
    ].map((line) => line[1]!.toLowerCase()),
  };
}

/** How a gateway's exec tool ends the output of a failed command, and how the `clawe` command begins its own. */
const failures = [
  /\(Command exited with code (?!0\))-?\d+\)$/,
  /(?:^|\n)\(?Command (?:not found|timed out|was terminated|was canceled|aborted)[^\n]*$/,
  /^Error: /,
  /^\{\s*"status":\s*"error"/,
];

/** Why a command failed; undefined when it did not. An error in a task's text does not count. */
export function failureIn(output: string): string | undefined {
  const text = output.trim();
  if (!failures.some((failure) => failure.test(text))) return undefined;
  const reason = /^Error: .*$/m.exec(text)?.[0] ?? text.split("\n", 1)[0]!;
  return reason.slice(0, 300);
}

function field(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, "im").exec(text)?.[1]?.trim();
}

/** The lines under a heading, up to the next heading. */
function section(text: string, name: string): string {
  return new RegExp(`^${name}:[^\\n]*\\n((?:(?![a-z]+:[ \\t]*$).*\\n?)*)`, "im").exec(text)?.[1] ?? "";
}
