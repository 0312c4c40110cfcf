// Documents of a workspace: texts in Markdown, and files once their upload is confirmed.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { author } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import {
  getAll,
  getItem,
  keys,
  now,
  type Page,
  pageQuery,
  queryAll,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";
import { changedMeanwhile, retryOnConflict } from "../table/retry.ts";
import * as Task from "../task/index.ts";
import { notFound } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { textOf } from "../util/text.ts";
import {
  ContentEntity,
  DocumentEntity,
  type DocumentItem,
  documentType,
  find,
  freeSpaceWrites,
  reserveSpaceWrites,
  TaskDocumentEntity,
  typeKey,
} from "./entity.ts";

export * from "./entity.ts";

export const document = z
  .object({
    documentId: idOf("document"),
    kind: z.enum(["text", "file"]),
    type: documentType,
    title: z.string(),
    taskId: idOf("task").optional(),
    by: author,
    size: z.int().describe("Size in bytes"),
    file: z.object({ name: z.string(), contentType: z.string() }).optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: "Document" });
export type Document = z.output<typeof document>;
export const documentWithContent = document.extend({
  content: z.string().optional().describe("Markdown; absent for a file"),
});

/** Inputs of texts and files alike. */
export const commonFields = {
  type: documentType,
  title: Task.title,
  taskId: idOf("task").optional().describe("The task it belongs to"),
};

export const toDocument = (item: DocumentItem): Document => ({ ...item, kind: item.file ? "file" : "text" });

/** The writes that accompany a new document: its entry in the task's list, and the activity. Throws `not_found` for the task. */
export async function addWrites({ tenantId, documentId, taskId, title, by }: DocumentItem): Promise<Write[]> {
  if (!taskId) return [Activity.activityWrite("document_added", by, `added “${title}”`)];
  const task = await Task.read(taskId);
  return [
    ...linkWrites({ tenantId, taskId, documentId }),
    Activity.activityWrite("document_added", by, `added “${title}” to “${task.title}”`, taskId),
  ];
}

const linkWrites = (link: { tenantId: string; taskId: string; documentId: string }): Write[] => [
  TaskDocumentEntity.build(PutTransaction).item(link),
  Task.taskExistsWrite(link.taskId),
];

export const createInput = z.strictObject({
  ...commonFields,
  content: textOf(256).min(1, "must not be empty").describe("Markdown"),
  by: Agent.byAgent,
});

/** Adds a text. Throws `limit_reached` when it does not fit the plan, `not_found` for its task. */
export const create = fn(createInput, async ({ by, content, ...input }): Promise<Document> => {
  const from = await Agent.authorOf(by);
  const tenantId = currentTenant();
  const documentId = newId("document");
  const at = now();
  const size = Buffer.byteLength(content);
  const created = {
    ...input,
    tenantId,
    documentId,
    by: from,
    size,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await retryOnConflict(async () =>
    transact(
      DocumentEntity.build(PutTransaction).item(created),
      ContentEntity.build(PutTransaction).item({ tenantId, documentId, content }),
      ...(await reserveSpaceWrites(documentId, size)),
      ...(await addWrites(created)),
    ),
  );
  return toDocument(created);
});

async function read(documentId: string): Promise<DocumentItem> {
  const found = await find(documentId);
  if (!found) throw notFound("document");
  return found;
}

/** One document; a text with its content. Throws `not_found`. */
export const get = fn(idOf("document"), async (documentId): Promise<Document & { content?: string }> => {
  const found = await read(documentId);
  if (found.file) return toDocument(found);
  const text = await getItem(ContentEntity, { tenantId: found.tenantId, documentId });
  return { ...toDocument(found), content: text?.content };
});

export const listQuery = pageQuery.extend({
  type: documentType.optional().describe("Only documents of this type"),
  taskId: idOf("task").optional().describe("Only documents of this task, oldest first"),
});

/** Documents of a task (oldest first), of a type, or all (newest first). Throws `not_found` for the task. */
export const list = fn(listQuery, async ({ type, taskId, ...page }): Promise<Page<Document>> => {
  const tenantId = currentTenant();
  const partition = keys.tenant(tenantId);
  if (taskId) {
    await Task.read(taskId);
    const prefix = `TASKDOCUMENT#${taskId}#`;
    const { items, cursor } = await queryPage(TaskDocumentEntity, { partition, prefix }, page);
    const found = await getAll(
      DocumentEntity,
      items.map(({ documentId }) => ({ tenantId, documentId })),
    );
    return { cursor, items: found.filter((each) => !type || each.type === type).map(toDocument) };
  }
  const { items, cursor } = type
    ? await queryPage(
        DocumentEntity,
        { index: "gsi1", partition, prefix: typeKey(type), reverse: true },
        page,
      )
    : await queryPage(DocumentEntity, { partition, prefix: "DOCUMENT#", reverse: true }, page);
  return { cursor, items: items.map(toDocument) };
});

export const updateInput = z
  .strictObject({
    title: Task.title.optional(),
    type: documentType.optional(),
    taskId: idOf("task").nullable().optional().describe("`null` removes it from its task"),
    version: Task.expectedVersion,
    by: Agent.byAgent,
  })
  .refine(
    ({ title, type, taskId }) => title !== undefined || type !== undefined || taskId !== undefined,
    "must change title, type or taskId",
  );

/** Changes a document's title or type, or the task it belongs to. Throws `conflict`, `not_found`. */
export const update = fn(
  z.object({ documentId: idOf("document"), input: updateInput }),
  async ({ documentId, input: { version, by, ...wanted } }): Promise<Document> => {
    const from = await Agent.authorOf(by);
    return retryOnConflict(async () => {
      const before = await read(documentId);
      if (version !== undefined && version !== before.version) throw changedMeanwhile();
      const taskId = wanted.taskId === undefined ? before.taskId : (wanted.taskId ?? undefined);
      const after = {
        ...before,
        title: wanted.title ?? before.title,
        type: wanted.type ?? before.type,
        taskId,
        updatedAt: now(),
        version: before.version + 1,
      };
      if (after.title === before.title && after.type === before.type && taskId === before.taskId)
        return toDocument(before);
      const { tenantId, title, type, updatedAt } = after;
      await transact(
        DocumentEntity.build(UpdateTransaction)
          .item({
            tenantId,
            documentId,
            title,
            type,
            taskId: taskId ?? $remove(),
            updatedAt,
            version: after.version,
            gsi1sk: typeKey(type, documentId),
          })
          .options({ condition: { attr: "version", eq: before.version } }),
        ...(await moveWrites(before, taskId)),
        Activity.activityWrite("document_updated", from, `changed “${title}”`, taskId),
      );
      return toDocument(after);
    });
  },
);

/** Moves a document between tasks' lists; either may be undefined. Throws `not_found` for the new task. */
async function moveWrites(
  { tenantId, documentId, taskId: from }: DocumentItem,
  to?: string,
): Promise<Write[]> {
  if (from === to) return [];
  if (to) await Task.read(to);
  const key = { tenantId, documentId };
  return [
    ...(from ? [TaskDocumentEntity.build(DeleteTransaction).key({ ...key, taskId: from })] : []),
    ...(to ? linkWrites({ ...key, taskId: to }) : []),
  ];
}

/** Deletes a document. The event of its deletion then removes its file. Throws `not_found`. */
export const remove = fn(
  z.object({ documentId: idOf("document"), by: Agent.byAgent }),
  async ({ documentId, by }): Promise<void> => {
    const from = await Agent.authorOf(by);
    await retryOnConflict(async () => {
      const { tenantId, taskId, title, version, size } = await read(documentId);
      await transact(
        DocumentEntity.build(DeleteTransaction)
          .key({ tenantId, documentId })
          .options({ condition: { attr: "version", eq: version } }),
        ContentEntity.build(DeleteTransaction).key({ tenantId, documentId }),
        ...(taskId
          ? [TaskDocumentEntity.build(DeleteTransaction).key({ tenantId, taskId, documentId })]
          : []),
        ...freeSpaceWrites(documentId, size),
        Activity.activityWrite("document_deleted", from, `deleted “${title}”`, taskId),
      );
    });
  },
);

/** Keeps the documents of a deleted task, as documents of no task. Safe to repeat. */
export async function detachFromTask(taskId: string): Promise<void> {
  if (await Task.find(taskId)) return;
  const where = { partition: keys.tenant(currentTenant()), prefix: `TASKDOCUMENT#${taskId}#` };
  for await (const link of queryAll(TaskDocumentEntity, where))
    await retryOnConflict(async () => {
      const found = await find(link.documentId);
      const isLinked = found?.taskId === taskId;
      await transact(
        TaskDocumentEntity.build(DeleteTransaction).key(link),
        ...(isLinked
          ? [
              DocumentEntity.build(UpdateTransaction)
                .item({
                  tenantId: found.tenantId,
                  documentId: found.documentId,
                  taskId: $remove(),
                  version: found.version + 1,
                })
                .options({ condition: { attr: "version", eq: found.version } }),
            ]
          : []),
      );
    });
}
