// The assignees of a task.
import * as z from "zod";
import type { AgentItem } from "../agent/index.ts";
import * as Agent from "../agent/index.ts";
import { invalidField, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { change } from "./change.ts";
import { expectedVersion, isAgent, MAX_ASSIGNEES, type TaskItem } from "./entity.ts";

const agentIds = z
  .array(Agent.agentId)
  .max(MAX_ASSIGNEES, `must name at most ${MAX_ASSIGNEES} agents`)
  .default([]);

export const assignInput = z
  .strictObject({
    add: agentIds.describe("Agents to assign"),
    remove: agentIds.describe("Agents to unassign"),
    version: expectedVersion,
    by: Agent.byAgent,
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, "must add or remove at least one agent");

/**
 * Adds and removes assignees. An inbox task with an assignee becomes assigned; an assigned task without one goes back to
 * the inbox. Notifies each new assignee except the author. Throws `invalid` for an unknown agent and above ten
 * assignees, `conflict` when the task is done or no longer at `version`.
 */
export const assign = fn(
  z.object({ taskId: idOf("task"), input: assignInput }),
  async ({ taskId, input: { add, remove, version, by } }): Promise<TaskItem> => {
    const [from, agents] = await Promise.all([Agent.authorOf(by), requireAgents(add, "body.add")]);
    const namesOf = (ids: string[]) =>
      ids.map((id) => agents.find(({ agentId }) => agentId === id)?.name ?? id).join(", ");
    return change(taskId, { from, version }, (before) => {
      const kept = before.assignees.filter((id) => !remove.includes(id));
      const added = [...new Set(add)].filter((id) => !before.assignees.includes(id) && !remove.includes(id));
      const removed = before.assignees.filter((id) => remove.includes(id));
      if (added.length + removed.length === 0) return undefined;
      if (before.status === "done")
        throw new VisibleError("conflict", "This task is done. Reopen it first, or create a new task.");
      const assignees = [...kept, ...added];
      if (assignees.length > MAX_ASSIGNEES)
        throw invalidField("body.add", `a task can have at most ${MAX_ASSIGNEES} assignees`);
      return {
        set: { assignees, status: statusWith(before, assignees) },
        activity: {
          type: "task_assigned",
          message: describeAction(before.title, namesOf(added), namesOf(removed)),
        },
        drafts: added
          .filter((id) => !isAgent(from, id))
          .map((agentId) => ({
            agentId,
            type: "task_assigned",
            from,
            taskId,
            content: `You have a new task: ${before.title}`,
          })),
      };
    });
  },
);

function describeAction(title: string, added: string, removed: string): string {
  if (!added) return `unassigned ${removed} from “${title}”`;
  return `assigned “${title}” to ${added}${removed ? ` and unassigned ${removed}` : ""}`;
}

function statusWith({ status }: TaskItem, assignees: string[]): TaskItem["status"] {
  if (status === "inbox" && assignees.length > 0) return "assigned";
  if (status === "assigned" && assignees.length === 0) return "inbox";
  return status;
}

/** The squad's agents. Throws `invalid`, naming `field`, when one of `agentIds` is not among them. */
export async function requireAgents(agentIds: string[], field: string): Promise<AgentItem[]> {
  const agents = await Agent.all();
  const known = agents.map(({ agentId }) => agentId);
  const unknown = agentIds.filter((agentId) => !known.includes(agentId));
  if (unknown.length > 0)
    throw invalidField(field, `no such agent: ${unknown.join(", ")}. This squad has ${known.join(", ")}`);
  return agents;
}
