// What is open for each agent: an item for each task and part in progress and each review it was asked for, written
// and deleted in the transactions of what makes it so. One query tells whether an agent has something to do.
import { Entity } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import type { Author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import type { NotificationDraft } from "../notification/index.ts";
import { eraseItems } from "../table/erase.ts";
import { keys, mainTable, queryPage, type Write } from "../table/index.ts";
import { type SubtaskItem, TaskEntity, type TaskItem } from "./entity.ts";

/** A task that nobody has touched for so long is stuck: nobody is woken, or kept awake, for it. */
const STUCK_MS = 24 * 3600 * 1000;

export const isStuck = ({ updatedAt }: Pick<TaskItem, "updatedAt">): boolean =>
  Date.now() - Date.parse(updatedAt) >= STUCK_MS;

const WorkEntity = new Entity({
  name: "Work",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    taskId: string().key(),
    /** `task`, `review`, or the id of the part. */
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

/** The writes that go with a change of a task. A review is open for the agent that `drafts` ask for it. */
export function workWrites(
  { taskId, ...before }: TaskItem,
  after: Pick<TaskItem, "status" | "assignees">,
  drafts: NotificationDraft[],
): Write[] {
  const workers = ({ status, assignees }: typeof after) => (status === "in_progress" ? assignees : []);
  const [was, is] = [workers(before), workers(after)];
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

/** The writes that go with a change of a part: it is open for its agent while it is in progress. */
export function subtaskWorkWrites(
  { taskId, subtaskId, ...before }: SubtaskItem,
  after: Pick<SubtaskItem, "status" | "assignee">,
): Write[] {
  const worker = ({ status, assignee }: typeof after) => (status === "in_progress" ? assignee : undefined);
  const [was, is] = [worker(before), worker(after)];
  if (was === is) return [];
  return [
    ...(is ? [openWrite(is, taskId, subtaskId)] : []),
    ...(was ? [closeWrite(was, taskId, subtaskId)] : []),
  ];
}

/** The writes that go with a comment: it is all that an agent does in a review, a person decides. */
export function commentWorkWrites({ taskId, status, by }: TaskItem, from: Author): Write[] {
  const isReviewer = from.type === "agent" && by.type === "agent" && from.id === by.id;
  return status === "review" && isReviewer ? [closeWrite(from.id, taskId, "review")] : [];
}

/** BatchGetItem's own limit; an agent with more than so much in progress has something to do anyway. */
const MOST = 100;

/** The tasks in which something is open for the agent, without those that are stuck. */
export async function openTasks(agentId: string): Promise<TaskItem[]> {
  const tenantId = currentTenant();
  const where = { partition: keys.tenant(tenantId), prefix: `WORK#${agentId}#` };
  const { items } = await queryPage(WorkEntity, where, { limit: MOST });
  const taskIds = [...new Set(items.map(({ taskId }) => taskId))];
  if (taskIds.length === 0) return [];
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(...taskIds.map((taskId) => TaskEntity.build(BatchGetRequest).key({ tenantId, taskId })))
      .options({ consistent: true }),
  );
  const tasks = (Responses?.[0] ?? []) as (TaskItem | undefined)[];
  return tasks.filter((task) => task !== undefined).filter((task) => !isStuck(task));
}

/** Removes what was open of a task that is gone. */
export const sweepWork = (taskId: string): Promise<void> =>
  eraseItems("WORK#", (sk) => sk.split("#")[2] === taskId);
