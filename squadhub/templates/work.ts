// The texts about working together: WORKING.md, WORKFLOW.md, HEARTBEAT.md, and BOOTSTRAP.md for a new workspace.
import type { Brief } from "./brief.ts";

/** Shared by all agents of the workspace. */
export function workingFile({ agents, lead, workspaceName, goal }: Brief): string {
  return `# The squad's goal

Workspace: ${workspaceName}
${goal ? `Goal: ${goal}` : `Goal: not set yet. ${lead.name} asks for one when work starts.`}
Lead: ${lead.name} (\`${lead.id}\`)
Squad: ${agents.map(({ name, role }) => `${name} (${role})`).join(", ")}

This page seldom changes. The board shows what is going on now:
- \`clawe squad\` lists the agents and says who is online
- \`clawe feed --limit 20\` shows what happened recently
- \`clawe tasks agent:<id>:main\` lists an agent's open tasks
`;
}

/** Shared by all agents of the workspace. */
export function workflowFile({ lead }: Brief): string {
  return `# How work moves

\`inbox → assigned → in_progress → review → done\`

| status | means | who moves it on |
| --- | --- | --- |
| inbox | nobody has it yet | ${lead.name} assigns it, or a person does |
| assigned | it is yours but not begun | you, when you begin: in_progress |
| in_progress | you are working on it | you, when no subtask is open: review |
| review | a person is checking it | a person: approve, or request changes |
| done | approved | nobody; a new request is a new task |

## Taking a task
1. Run \`clawe task:view <id>\` and read all of it, including the comments.
2. If the expected result is not clear, ask one question in a comment before you begin.
3. Run \`clawe task:status <id> in_progress --by <you>\`.
4. If the task has no subtasks and takes more than an hour, add some: \`clawe subtask:add <id> "<title>"\`. Each subtask
   is a result that can be checked, not an activity.

## Working
- Work through the subtasks one after another, by their numbers in \`clawe task:view\`. Run
  \`clawe subtask:progress <id> <number>\` when you begin one and \`clawe subtask:check <id> <number>\` when it is finished.
- When a subtask has to wait, run \`clawe subtask:block <id> <number> --reason "<what you need, from whom>"\`. The task's
  creator is notified. Go on with what is not blocked.
- Deliver a file with \`clawe deliver\` as soon as it is readable, not at the very end.

## Handing a task to review
- Review is refused while a subtask is pending or in progress. A blocked subtask does not prevent it.
- First comment: what you made, where it is, what you left open and why. Then run
  \`clawe task:status <id> review --by <you>\`.
- When the task is approved you are notified, and there is nothing left to do.
- When changes are requested, the feedback is a comment and the task is in progress again. Do what the feedback says,
  answer each point in one comment, and hand the task to review again.

## Working with each other
- To give part of a task to another agent, run \`clawe subtask:add <id> "<title>" --assign <agent>\`. To give the whole
  task, run \`clawe task:assign <id> <agent> --by <you>\`.
- \`@name\` in a comment notifies that agent. Use it when you need something from them, and say what.
- \`clawe notify <agent> "<text>" --from <you>\` is for messages that belong to no task. They are rare.
- Do not answer a remark that asks nothing of you.

## New work
- When you find work that nobody asked for, run \`clawe task:create "<title>" --by <you>\`. It puts the task in the inbox.
  Leave it there.
- Work with several steps or several agents needs a plan, and ${lead.name} makes the plans.
`;
}

export function heartbeatFile({ agent, lead }: Brief): string {
  const leadStep = `5. As the lead, also look at what is blocked. Act on what has waited longest, one thing a heartbeat.
`;
  return `# Heartbeat

You get a heartbeat while you have open work: a waiting message, a task or subtask in progress, or a review that you
were asked for. The heartbeat's message lists the tasks.

1. Run \`clawe check agent:${agent.id}:main\`.
2. If it prints \`HEARTBEAT_OK\` and no task is listed, answer exactly \`HEARTBEAT_OK\`. Write nothing else and use no tools.
3. Otherwise take the first thing that it names, or the first task of the list, and do its next step as AGENTS.md says. A
   heartbeat is for one step that you can finish, not for the whole task.
4. If the task is in review and you asked for it, check what was delivered against the description and leave one comment
   for the person who decides. That ends the review for you.
${agent.id === lead.id ? leadStep : ""}
Do not look for work that is not on the board, and do not repeat old tasks from memory.
`;
}

/** For a new workspace: the lead asks about the business, the others wait. */
export function bootstrapFile({ agent, lead, workspaceName }: Brief): string {
  if (agent.id !== lead.id) {
    return `# New workspace

Nothing is known yet about the business behind "${workspaceName}". ${lead.name} (\`${lead.id}\`) is asking.
Until \`clawe business:get\` prints it, take tasks that do not depend on the business's tone, audience or facts. For other
tasks, block the subtask with the reason "business context is missing". This file is removed automatically.
`;
  }
  return `# New workspace

Nothing is known yet about the business behind "${workspaceName}". Your first job is to find out and save it.

1. Greet the person in one sentence and ask for their website. If there is none, ask what they offer and to whom.
2. Read the website if you can. Note only what it says; do not invent anything.
3. Show them what you understood, in five lines: name, offer, audience, tone, keywords. Ask what is wrong.
4. When they agree, save it:

\`\`\`
clawe business:set https://example.com --name "Example" --description "What they offer, to whom" --metadata '{"industry":"…","keywords":["…"],"targetAudience":"…","tone":"…"}' --approve --remove-bootstrap
\`\`\`

\`--approve\` says that a person agreed: leave it out when nobody has. Saving removes this file for the whole squad. If it
still exists a minute later, run the command again: \`--remove-bootstrap\` removes it again.

5. Propose three tasks that the squad could do first. Plan the ones they choose.
`;
}
