// A file's document or upload is gone from the table: deletes the file, unless the upload has become a document.
import type { EventBridgeEvent } from "aws-lambda";
import { as } from "../../core/actor/index.ts";
import * as Upload from "../../core/document/upload.ts";
import { type Detail, detailOf } from "../../events/table.ts";

export async function handler(
  event: EventBridgeEvent<"file.released", Detail<"file.released">>,
): Promise<void> {
  const { tenantId, documentId } = detailOf("file.released", event.detail);
  await as({ type: "system", tenantId }, () => Upload.discard(documentId));
}
