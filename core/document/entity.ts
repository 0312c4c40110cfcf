// How documents are stored: what is known of each, its text apart from that, and what all of them take up.
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

const described = {
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
    ...described,
    /** Absent: it is a text. */
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

/** Sort key of the lists by type. */
export const typeKey = (type: DocumentType, documentId = "") => `DOCUMENT#${type}#${documentId}`;

/** A document's text, apart from what lists show of it. */
export const ContentEntity = new Entity({
  name: "DocumentContent",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), documentId: string().key(), content: string() }),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `CONTENT#${documentId}` }),
});

/** A file that was announced and may have been sent, but is not confirmed. Expires. */
export const UploadEntity = new Entity({
  name: "Upload",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    documentId: string().key(),
    ...described,
    file: map(fileShape),
    ttl: number(),
  }),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `UPLOAD#${documentId}` }),
});

/** Which documents a task has. */
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

/** What one document takes up: given back once, when this item goes. */
const SpaceEntity = new Entity({
  name: "DocumentSpace",
  table: mainTable,
  timestamps: false,
  schema: item({ tenantId: string().key(), documentId: string().key(), bytes: number() }),
  computeKey: ({ tenantId, documentId }) => ({ pk: keys.tenant(tenantId), sk: `SPACE#${documentId}` }),
});

/** What all documents of the workspace take up. */
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
  const Item = await getItem(UsageEntity, { tenantId: currentTenant() });
  return Item?.bytes ?? 0;
}

/** The writes that take room for a document. Throws `limit_reached` when the plan has none left. */
export async function reserveSpaceWrites(documentId: string, bytes: number): Promise<Write[]> {
  const tenantId = currentTenant();
  const [{ plan }, used] = await Promise.all([Tenant.current(), bytesUsed()]);
  const room = plans[plan].documentGigabytes * 1024 ** 3;
  if (used + bytes > room)
    throw new VisibleError(
      "limit_reached",
      `Your ${plan} plan has ${plans[plan].documentGigabytes} GB for documents, and this one does not fit. Delete some or choose a larger plan.`,
    );
  return [
    UsageEntity.build(UpdateTransaction)
      .item({ tenantId, bytes: $add(bytes) })
      .options({
        condition: {
          or: [
            { attr: "bytes", exists: false },
            { attr: "bytes", lte: room - bytes },
          ],
        },
      }),
    SpaceEntity.build(PutTransaction).item({ tenantId, documentId, bytes }),
  ];
}

/** The writes that give a document's room back, once. */
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

/** What a document whose upload never came to an end takes up; undefined when that was given back. */
export async function reservedBytes(documentId: string): Promise<number | undefined> {
  const Item = await getItem(SpaceEntity, { tenantId: currentTenant(), documentId });
  return Item?.bytes;
}
