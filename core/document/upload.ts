// Uploads of files: begun, sent to the object store, then confirmed as documents. Unconfirmed uploads expire.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import * as z from "zod";
import { objects } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { conditionHolds, expiresIn, getItem, now, transact } from "../table/index.ts";
import { retryOnConflict } from "../table/retry.ts";
import * as Task from "../task/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { lineOf } from "../util/text.ts";
import {
  DocumentEntity,
  find,
  freeSpaceWrites,
  objectKey,
  reservedBytes,
  reserveSpaceWrites,
  UploadEntity,
} from "./entity.ts";
import { addWrites, commonFields, type Document, toDocument } from "./index.ts";

const MAX_FILE_BYTES = 50 * 1024 * 1024;
const FORM_SECONDS = 15 * 60;
/** Longer than the form is valid, so that a file sent at the last moment can still be confirmed. */
const CONFIRM_SECONDS = 3600;
const DOWNLOAD_SECONDS = 5 * 60;

export const fileMeta = z.strictObject({
  name: lineOf(200).regex(/^[^/\\]+$/, "must be a plain file name"),
  contentType: z
    .string()
    .max(100)
    .regex(/^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/, "must be a media type, such as image/png")
    .meta({ example: "image/png" }),
  size: z
    .int()
    .min(1, "must not be empty")
    .max(MAX_FILE_BYTES, "must be at most 50 MB")
    .describe("Exact size in bytes"),
});

export const uploadInput = z.strictObject({ ...commonFields, file: fileMeta, by: Agent.byAgent });

export const upload = z
  .object({
    documentId: idOf("document"),
    form: z
      .object({ url: z.url(), fields: z.record(z.string(), z.string()), expiresAt: z.iso.datetime() })
      .describe("POST these fields as multipart/form-data, followed by the file itself as `file`"),
  })
  .meta({ id: "Upload" });

/**
 * Begins an upload: reserves its space and returns the form to send the file with. Throws `limit_reached` when it does not
 * fit the plan, `not_found` for its task.
 */
export const begin = fn(uploadInput, async ({ by, file, ...input }): Promise<z.output<typeof upload>> => {
  const from = await Agent.authorOf(by);
  // Refused now rather than after fifty megabytes were sent. Confirming checks again.
  if (input.taskId && !(await Task.find(input.taskId))) throw notFound("task");
  const tenantId = currentTenant();
  const documentId = newId("document");
  const { size, ...named } = file;
  const uploadWrite = UploadEntity.build(PutTransaction).item({
    ...input,
    tenantId,
    documentId,
    by: from,
    size,
    file: named,
    createdAt: now(),
    ttl: expiresIn(CONFIRM_SECONDS),
  });
  await retryOnConflict(async () => transact(uploadWrite, ...(await reserveSpaceWrites(documentId, size))));
  return { documentId, form: await objects.uploadForm(objectKey(tenantId, documentId), file, FORM_SECONDS) };
});

/**
 * Makes an uploaded file a document; a repeated call returns the same one. Throws `conflict` when the file has not arrived
 * or differs from what was announced, `not_found` when the upload is unknown or has expired.
 */
export const confirm = fn(idOf("document"), async (documentId): Promise<Document> => {
  const tenantId = currentTenant();
  return retryOnConflict(async () => {
    const confirmed = await find(documentId);
    if (confirmed) return toDocument(confirmed);
    const uploadItem = await getItem(UploadEntity, { tenantId, documentId });
    if (!uploadItem || uploadItem.ttl <= expiresIn(0))
      throw new VisibleError("not_found", "There is no such upload, or it has expired. Start a new one.");
    const { ttl: _, ...announced } = uploadItem;
    const sent = await objects.head(objectKey(tenantId, documentId));
    if (!sent)
      throw new VisibleError("conflict", "The file has not arrived yet. Send it, then confirm again.");
    if (sent.size !== announced.size || sent.contentType !== announced.file.contentType)
      throw new VisibleError(
        "conflict",
        "The file differs in size or type from what was announced. Start a new upload.",
      );
    const created = { ...announced, updatedAt: now(), version: 1 };
    await transact(
      UploadEntity.build(DeleteTransaction)
        .key({ tenantId, documentId })
        .options({ condition: { attr: "size", exists: true } }),
      DocumentEntity.build(PutTransaction).item(created),
      ...(await addWrites(created)),
    );
    return toDocument(created);
  });
});

/** A URL to fetch the document's file from, valid for five minutes. Throws `not_found`, also for a text. */
export const download = fn(
  idOf("document"),
  async (documentId): Promise<{ url: string; expiresAt: string }> => {
    const found = await find(documentId);
    if (!found?.file) throw notFound("file");
    const { name: fileName, contentType } = found.file;
    const key = objectKey(found.tenantId, documentId);
    return objects.downloadUrl(key, { fileName, contentType }, DOWNLOAD_SECONDS);
  },
);

/** Deletes the file of a deleted document or an expired upload and gives its space back. Safe to repeat. */
export async function discard(documentId: string): Promise<void> {
  const tenantId = currentTenant();
  if (await find(documentId)) return;
  await objects.delete(objectKey(tenantId, documentId));
  const bytes = await reservedBytes(documentId);
  // Fails when an earlier attempt has given it back.
  if (bytes !== undefined) await conditionHolds(transact(...freeSpaceWrites(documentId, bytes)));
}
