// API answers for the tests of the command: one task, one agent, one notification.
export const taskId = "tsk_01JABCDEFGHJKMNPQRSTVWXYZ0";
export const at = "2026-11-23T04:42:10.123Z";
export const clawe = { type: "agent", id: "main", name: "Clawe" } as const;

export const task = {
  taskId,
  title: "Launch post",
  status: "assigned" as const,
  priority: "normal" as const,
  assignees: ["inky"],
  by: clawe,
  openSubtasks: 0,
  subtasks: 0,
  comments: 0,
  createdAt: at,
  updatedAt: at,
  version: 1,
};

export const notification = {
  notificationId: "ntf_01JABCDEFGHJKMNPQRSTVWXYZ0",
  agentId: "inky",
  type: "task_assigned" as const,
  from: clawe,
  content: "You have a new task: Launch post",
  taskId,
  status: "delivered" as const,
  createdAt: at,
};
