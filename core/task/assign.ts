// Who works on a task.
import * as z from "zod";
import type { AgentItem } from "../agent/index.ts";
import * as Agent from "../agent/index.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { change, isAgent } from "./change.ts";
import { MAX_ASSIGNEES, type TaskItem } from "./entity.ts";

const agentIds = z.array(Agent.agentId).max(MAX_ASSIGNEES).default([]);

export const assignInput = z
  .strictObject({
    add: agentIds.describe("Agents who are to work on it too"),
    remove: agentIds.describe("Agents who no longer do"),
    version: z.int().optional().describe("Refuse with `conflict` unless the task is still at this version"),
    by: Agent.byAgent,
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, "name an agent to add or to remove");

/**
 * Assigns a task to agents, or takes it from them. An inbox task becomes assigned; an assigned one that nobody is left
 * for goes back to the inbox. Notifies each new assignee but the one who assigns. Throws `invalid` for an unknown
 * agent or more than ten, `conflict` for a task that is done.
 */
export const assign = fn(
  z.object({ taskId: idOf("task"), input: assignInput }),
  async ({ taskId, input: { add, remove, version, by } }): Promise<TaskItem> => {
    const [from, agents] = await Promise.all([Agent.authorOf(by), requireAgents(add, "body.add")]);
    const nameOf = (id: string) => agents.find(({ agentId }) => agentId === id)?.name ?? id;
    return change(taskId, { from, version }, (before) => {
      const kept = before.assignees.filter((id) => !remove.includes(id));
      const added = [...new Set(add)].filter((id) => !before.assignees.includes(id) && !remove.includes(id));
      const removed = before.assignees.filter((id) => remove.includes(id));
      if (added.length + removed.length === 0) return undefined;
      if (before.status === "done")
        throw new VisibleError("conflict", "This task is done. Make a new one, or reopen it first.");
      const assignees = [...kept, ...added];
      if (assignees.length > MAX_ASSIGNEES) throw tooMany();
      const said = [
        ...(added.length ? [`assigned “${before.title}” to ${added.map(nameOf).join(", ")}`] : []),
        ...(removed.length ? [`took “${before.title}” from ${removed.map(nameOf).join(", ")}`] : []),
      ];
      return {
        set: { assignees, status: statusWith(before, assignees) },
        activity: { type: "task_assigned", message: said.join(" and ") },
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

function statusWith({ status }: TaskItem, assignees: string[]): TaskItem["status"] {
  if (status === "inbox" && assignees.length > 0) return "assigned";
  if (status === "assigned" && assignees.length === 0) return "inbox";
  return status;
}

function tooMany(): VisibleError {
  const message = `a task has at most ${MAX_ASSIGNEES} assignees`;
  return new VisibleError("invalid", `body.add: ${message}`, { fields: [{ field: "body.add", message }] });
}

/** The squad. Throws `invalid`, naming `field`, when one of `agentIds` is not in it. */
export async function requireAgents(agentIds: string[], field: string): Promise<AgentItem[]> {
  const agents = await Agent.all();
  const known = agents.map(({ agentId }) => agentId);
  const unknown = agentIds.filter((agentId) => !known.includes(agentId));
  if (unknown.length === 0) return agents;
  const message = `no agent of this squad: ${unknown.join(", ")}. It has ${known.join(", ")}`;
  throw new VisibleError("invalid", `${field}: ${message}`, { fields: [{ field, message }] });
}
