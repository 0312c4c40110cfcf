// Documents that are files: announced, sent to the object store, confirmed. What is not confirmed goes away.
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import * as z from "zod";
import { objects } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { expiresIn, failedConditions, getItem, now, transact } from "../table/index.ts";
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
/** Longer than the form is good for: what is sent can still be confirmed. */
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
    .describe("Bytes, exactly"),
});

export const uploadInput = z.strictObject({ ...commonFields, file: fileMeta, by: Agent.byAgent });

export const upload = z
  .object({
    documentId: idOf("document"),
    form: z
      .object({ url: z.url(), fields: z.record(z.string(), z.string()), expiresAt: z.iso.datetime() })
      .describe("POST it as multipart/form-data: these fields, then the part `file`"),
  })
  .meta({ id: "Upload" });

/** Announces a file, takes room for it and says how to send it. Throws `limit_reached`, `not_found` for its task. */
export const begin = fn(uploadInput, async ({ by, file, ...input }): Promise<z.output<typeof upload>> => {
  const from = await Agent.authorOf(by);
  // Told now rather than after fifty megabytes; confirming looks again.
  if (input.taskId && !(await Task.find(input.taskId))) throw notFound("task");
  const tenantId = currentTenant();
  const documentId = newId("document");
  const { size, ...named } = file;
  const announced = UploadEntity.build(PutTransaction).item({
    ...input,
    tenantId,
    documentId,
    by: from,
    size,
    file: named,
    createdAt: now(),
    ttl: expiresIn(CONFIRM_SECONDS),
  });
  await retryOnConflict(async () => transact(announced, ...(await reserveSpaceWrites(documentId, size))));
  return { documentId, form: await objects.uploadForm(objectKey(tenantId, documentId), file, FORM_SECONDS) };
});

/**
 * Makes a file that was sent a document; again gives the same one. Throws `conflict` when it has not arrived as it was
 * announced, `not_found` when it was never announced or has expired.
 */
export const confirm = fn(idOf("document"), async (documentId): Promise<Document> => {
  const tenantId = currentTenant();
  return retryOnConflict(async () => {
    const confirmed = await find(documentId);
    if (confirmed) return toDocument(confirmed);
    const announced = await getItem(UploadEntity, { tenantId, documentId });
    if (!announced || announced.ttl <= expiresIn(0)) throw notFound("upload, or no longer");
    const { ttl: _, ...document } = announced;
    const sent = await objects.head(objectKey(tenantId, documentId));
    if (!sent) throw new VisibleError("conflict", "The file has not arrived. Send it, then confirm again.");
    if (sent.size !== announced.size || sent.contentType !== announced.file.contentType)
      throw new VisibleError("conflict", "What arrived is not what was announced. Announce it again.");
    const made = { ...document, updatedAt: now(), version: 1 };
    await transact(
      UploadEntity.build(DeleteTransaction)
        .key({ tenantId, documentId })
        .options({ condition: { attr: "size", exists: true } }),
      DocumentEntity.build(PutTransaction).item(made),
      ...(await addWrites(made)),
    );
    return toDocument(made);
  });
});

/** Where the document's file can be fetched from, for five minutes. Throws `not_found`, also for a text. */
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

/** Removes the file of a document that is no more, or never came to be, and gives its room back. Again changes nothing. */
export async function discard(documentId: string): Promise<void> {
  const tenantId = currentTenant();
  if (await find(documentId)) return;
  await objects.delete(objectKey(tenantId, documentId));
  const bytes = await reservedBytes(documentId);
  if (bytes === undefined) return;
  try {
    await transact(...freeSpaceWrites(documentId, bytes));
  } catch (error) {
    // Given back by an earlier try.
    if (!failedConditions(error)) throw error;
  }
}
