// The open work of each agent: one item for each task or subtask in progress and each requested review. The change that
// opens or closes the work writes or deletes its item, so one query tells whether an agent has something to do.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import type { Author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import type { NotificationDraft } from "../notification/index.ts";
import { eraseItems } from "../table/erase.ts";
import { getAll, keys, mainTable, queryPage, type Write } from "../table/index.ts";
import { isAgent, type SubtaskItem, TaskEntity, type TaskItem } from "./entity.ts";

/** A task that has not changed for this long is stuck: no squad is woken or kept awake for it. */
const STUCK_AFTER_MS = 24 * 3600 * 1000;

export const isStuck = ({ updatedAt }: Pick<TaskItem, "updatedAt">): boolean =>
  Date.now() - Date.parse(updatedAt) >= STUCK_AFTER_MS;

const WorkEntity = new Entity({
  name: "Work",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    taskId: string().key(),
    /** `task`, `review`, or the id of a subtask. */
    part: string().key(),
  }),
  computeKey: ({ tenantId, agentId, taskId, part }) => ({
    pk: keys.tenant(tenantId),
    sk: `WORK#${agentId}#${taskId}#${part}`,
  }),
});

const keyOf = (agentId: string, taskId: string, part: string) => ({
  tenantId: currentTenant(),
  agentId,
  taskId,
  part,
});
const openWrite = (...key: Parameters<typeof keyOf>): Write =>
  WorkEntity.build(PutTransaction).item(keyOf(...key));
const closeWrite = (...key: Parameters<typeof keyOf>): Write =>
  WorkEntity.build(DeleteTransaction).key(keyOf(...key));

/** For the transaction that changes a task. A review opens for each agent that `drafts` ask for it. */
export function workWrites(
  { taskId, ...before }: TaskItem,
  after: Pick<TaskItem, "status" | "assignees">,
  drafts: NotificationDraft[],
): Write[] {
  const workersOf = ({ status, assignees }: typeof after) => (status === "in_progress" ? assignees : []);
  const [was, is] = [workersOf(before), workersOf(after)];
  const { by, status } = before;
  const isDecided = status === "review" && after.status !== "review" && by.type === "agent";
  return [
    ...is.filter((id) => !was.includes(id)).map((id) => openWrite(id, taskId, "task")),
    ...was.filter((id) => !is.includes(id)).map((id) => closeWrite(id, taskId, "task")),
    ...drafts
      .filter(({ type }) => type === "review_requested")
      .map(({ agentId }) => openWrite(agentId, taskId, "review")),
    ...(isDecided ? [closeWrite(by.id, taskId, "review")] : []),
  ];
}

/** For the transaction that changes a subtask: it is open for its assignee while it is in progress. */
export function subtaskWorkWrites(
  { taskId, subtaskId, ...before }: SubtaskItem,
  after: Pick<SubtaskItem, "status" | "assignee">,
): Write[] {
  const workerOf = ({ status, assignee }: typeof after) => (status === "in_progress" ? assignee : undefined);
  const [was, is] = [workerOf(before), workerOf(after)];
  if (was === is) return [];
  return [
    ...(is ? [openWrite(is, taskId, subtaskId)] : []),
    ...(was ? [closeWrite(was, taskId, subtaskId)] : []),
  ];
}

/** For the transaction that adds a comment. All an agent does in a review is comment, since a person decides. */
export function commentWorkWrites({ taskId, status, by }: TaskItem, from: Author): Write[] {
  const isReviewer = by.type === "agent" && isAgent(from, by.id);
  return status === "review" && isReviewer ? [closeWrite(from.id, taskId, "review")] : [];
}

/** One page. An agent with more open work has something to do in any case. */
const MAX_READ = 100;

/** The tasks with open work for the agent, without stuck ones. */
export async function openTasks(agentId: string): Promise<TaskItem[]> {
  const tenantId = currentTenant();
  const where = { partition: keys.tenant(tenantId), prefix: `WORK#${agentId}#` };
  const { items } = await queryPage(WorkEntity, where, { limit: MAX_READ });
  const taskIds = [...new Set(items.map(({ taskId }) => taskId))];
  const tasks = await getAll(
    TaskEntity,
    taskIds.map((taskId) => ({ tenantId, taskId })),
  );
  return tasks.filter((task) => !isStuck(task));
}

/** Erases the work items of a deleted task. */
export const eraseWork = (taskId: string): Promise<void> =>
  eraseItems("WORK#", (sk) => sk.split("#")[2] === taskId);
