// How documents are stored: their metadata, their texts apart from it, and the space they take up.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { authorShape } from "../actor/author.ts";
import { currentTenant } from "../actor/index.ts";
import { plans } from "../plan/index.ts";
import { getItem, keys, mainTable, type Write } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { VisibleError } from "../util/error.ts";
import { objectPrefix } from "../util/object-key.ts";

export const documentType = z.enum(["deliverable", "research", "reference", "note"]);
export type DocumentType = z.output<typeof documentType>;

const commonAttributes = {
  type: string().enum(...documentType.options),
  title: string(),
  taskId: string().optional(),
  by: map(authorShape),
  size: number(),
  createdAt: string(),
};
const fileShape = { name: string(), contentType: string() };

export const DocumentEntity = new Entity({
  name: "Document",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    documentId: string().key(),
    ...commonAttributes,
    /** Absent for a text. */
    file: map(fileShape).optional(),
    updatedAt: string(),
    version: number(),
  }).and((prev) => ({
    gsi1pk: string()
      .hidden()
      .link<typeof prev>(({ tenantId }) => keys.tenant(tenantId)),
    gsi1sk: string()
      .hidden()
      .link<typeof prev>(({ type, documentId }) => typeKey(type, documentId)),
  })),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `DOCUMENT#${documentId}` }),
});
export type DocumentItem = FormattedItem<typeof DocumentEntity>;

/** Index sort key of the lists by type. */
export const typeKey = (type: DocumentType, documentId = "") => `DOCUMENT#${type}#${documentId}`;

/** The text of a document, apart from it so that lists stay small. */
export const ContentEntity = new Entity({
  name: "DocumentContent",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), documentId: string().key(), content: string() }),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `CONTENT#${documentId}` }),
});

/** An upload that has begun and is not confirmed. Expires. */
export const UploadEntity = new Entity({
  name: "Upload",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    documentId: string().key(),
    ...commonAttributes,
    file: map(fileShape),
    ttl: number(),
  }),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `UPLOAD#${documentId}` }),
});

/** The documents of a task. */
export const TaskDocumentEntity = new Entity({
  name: "TaskDocument",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), taskId: string().key(), documentId: string().key() }),
  computeKey: ({ tenantId, taskId, documentId }) => ({
    pk: keys.tenant(tenantId),
    sk: `TASKDOCUMENT#${taskId}#${documentId}`,
  }),
});

/** The space one document takes up. It is given back once, by the deletion of this item. */
const SpaceEntity = new Entity({
  name: "DocumentSpace",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), documentId: string().key(), bytes: number() }),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `SPACE#${documentId}` }),
});

/** The space all documents of the workspace take up. */
const UsageEntity = new Entity({
  name: "DocumentUsage",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), bytes: number() }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "DOCUMENTS" }),
});

export const objectKey = (tenantId: string, documentId: string): string =>
  `${objectPrefix(tenantId)}documents/${documentId}`;

export async function find(documentId: string): Promise<DocumentItem | undefined> {
  return getItem(DocumentEntity, { tenantId: currentTenant(), documentId });
}

async function bytesUsed(): Promise<number> {
  const usage = await getItem(UsageEntity, { tenantId: currentTenant() });
  return usage?.bytes ?? 0;
}

/** Reserves space for a document. Throws `limit_reached` when the plan has too little left. */
export async function reserveSpaceWrites(documentId: string, bytes: number): Promise<Write[]> {
  const tenantId = currentTenant();
  const [{ plan }, used] = await Promise.all([Tenant.current(), bytesUsed()]);
  const gigabytes = plans[plan].documentGigabytes;
  const limit = gigabytes * 1024 ** 3;
  if (used + bytes > limit)
    throw new VisibleError(
      "limit_reached",
      `Your ${plan} plan has ${gigabytes} GB for documents, and this one does not fit. Delete some documents first.`,
    );
  return [
    UsageEntity.build(UpdateTransaction)
      .item({ tenantId, bytes: $add(bytes) })
      .options({
        condition: {
          or: [
            { attr: "bytes", exists: false },
            { attr: "bytes", lte: limit - bytes },
          ],
        },
      }),
    SpaceEntity.build(PutTransaction).item({ tenantId, documentId, bytes }),
  ];
}

/** Gives a document's space back. Fails when that has been done. */
export function freeSpaceWrites(documentId: string, bytes: number): Write[] {
  const tenantId = currentTenant();
  return [
    SpaceEntity.build(DeleteTransaction)
      .key({ tenantId, documentId })
      .options({ condition: { attr: "bytes", exists: true } }),
    UsageEntity.build(UpdateTransaction)
      .item({ tenantId, bytes: $add(-bytes) })
      .options({ condition: { attr: "bytes", exists: true } }),
  ];
}

/** The bytes reserved for a document or upload; undefined when they have been given back. */
export async function reservedBytes(documentId: string): Promise<number | undefined> {
  const space = await getItem(SpaceEntity, { tenantId: currentTenant(), documentId });
  return space?.bytes;
}
