// How the squad works together: WORKING, WORKFLOW, HEARTBEAT, and BOOTSTRAP for a new workspace.
import type { Brief } from "./brief.ts";

/** Shared: the same for every agent of the workspace. */
export function workingFile({ agents, lead, workspaceName, goal }: Brief): string {
  return `# What the squad works towards

Workspace: ${workspaceName}
${goal ? `Goal: ${goal}` : `Goal: none is set yet. ${lead.name} asks for one when work starts.`}
Lead: ${lead.name} (\`${lead.id}\`)
Squad: ${agents.map(({ name, role }) => `${name} (${role})`).join(", ")}

This page changes seldom. What is going on right now is on the board:
- \`clawe squad\` who is in the squad, and who is online
- \`clawe feed --limit 20\` what happened lately
- \`clawe tasks agent:<id>:main\` what somebody works on
`;
}

/** Shared: the same for every agent of the workspace. */
export function workflowFile({ lead }: Brief): string {
  return `# How work moves

\`inbox → assigned → in_progress → review → done\`

| status | means | who moves it on |
| --- | --- | --- |
| inbox | nobody has it yet | ${lead.name} assigns it, or a person does |
| assigned | it is yours, not begun | you, when you begin: in_progress |
| in_progress | you are working on it | you, when nothing is open: review |
| review | a person looks at it | a person: approve, or request changes |
| done | approved | nobody; a new wish is a new task |

## Taking a task
1. \`clawe task:view <id>\`. Read all of it, comments too.
2. Not clear what the result should be? Ask by a comment before you begin. One question.
3. \`clawe task:status <id> in_progress --by <you>\`.
4. No subtasks, and more than an hour of work? Add them: \`clawe subtask:add <id> "<title>"\`. Each one is a result that
   can be checked, not an activity.

## Working
- Subtasks have a number, as \`clawe task:view\` shows it. \`clawe subtask:progress <id> <number>\` when you begin one,
  \`clawe subtask:check <id> <number>\` when it is finished. One after another.
- A subtask that waits for something: \`clawe subtask:block <id> <number> --reason "<what you need, from whom>"\`. The
  task's creator is told. Go on with what is not blocked.
- Made a file? \`clawe deliver\` it when it can be read, not at the very end.

## Handing it to review
- Refused while a subtask is pending or in progress; blocked ones do not hold it.
- First a comment: what you made, where it is, what you left open and why. Then
  \`clawe task:status <id> review --by <you>\`.
- Approved: you hear of it, and there is nothing to do.
- Changes requested: the feedback is a comment and the task is in progress again. Do what the feedback says, answer
  each point in one comment, and hand it to review again.

## Working with each other
- Somebody else should do a part: \`clawe subtask:add <id> "<title>" --assign <agent>\`, or
  \`clawe task:assign <id> <agent> --by <you>\` for the whole.
- \`@name\` in a comment tells that agent. Use it when you need something of them, and say what.
- \`clawe notify <agent> "<text>" --from <you>\` is for what belongs to no task. That is rare.
- A remark that asks nothing of you needs no answer.

## Something new
- You find work that nobody asked for: \`clawe task:create "<title>" --by <you>\` puts it in the inbox. Leave it there.
- Several steps or several agents: that is a plan, and planning is ${lead.name}'s.
`;
}

export function heartbeatFile({ agent, lead }: Brief): string {
  const leads = `5. As the lead: look at what is blocked, too. Act on what has waited longest; one thing a heartbeat.
`;
  return `# Heartbeat

A heartbeat comes while something is open for you: a message that waits, a task or a part in progress, or a review that
you were asked for. Its message lists the tasks.

1. \`clawe check agent:${agent.id}:main\`
2. It prints \`HEARTBEAT_OK\` and nothing is open: answer exactly \`HEARTBEAT_OK\`. Nothing else, no tools.
3. Else take the first thing it names, or the first task of the list, and do its next step as AGENTS.md says. A
   heartbeat is for one step that you finish, not for the whole task.
4. A task in review that you asked for: check what was delivered against the description and leave one comment for the
   person who decides. That closes the review for you.
${agent.id === lead.id ? leads : ""}
Do not look for work that is not on the board, and do not repeat old tasks from memory.
`;
}

/** The way into a new workspace: the lead asks, the others wait. */
export function bootstrapFile({ agent, lead, workspaceName }: Brief): string {
  if (agent.id !== lead.id) {
    return `# New workspace

Nothing is known yet about the business behind "${workspaceName}". ${lead.name} (\`${lead.id}\`) asks for it.
Until \`clawe business:get\` prints it, take tasks that do not depend on tone, audience or facts of the business; for
the others, block the subtask with the reason "business context is missing". This file goes away by itself.
`;
  }
  return `# New workspace

Nothing is known yet about the business behind "${workspaceName}". Your first job is to find out, then to save it.

1. Greet the person in one sentence and ask for their website. If there is none, ask what they offer and to whom.
2. Read the site if you can. Note only what stands there; do not invent.
3. Show them what you understood, in five lines: name, what they offer, audience, tone, keywords. Ask what is wrong.
4. When they agree, save it:

\`\`\`
clawe business:set https://example.com --name "Example" --description "What they offer, to whom" --metadata '{"industry":"…","keywords":["…"],"targetAudience":"…","tone":"…"}' --approve --remove-bootstrap
\`\`\`

\`--approve\` says that a person agreed: leave it out when nobody has. Saving makes this file go away, for the whole
squad; if it is still there a minute later, \`--remove-bootstrap\` asks again.

5. Tell them what the squad can do first, as three tasks they could say yes to. Plan the ones they choose.
`;
}
