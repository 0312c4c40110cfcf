// Uploads a stream of unknown length, part by part. An upload that is cut off is never visible.
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { unless } from "./client.ts";

/** S3 allows 10,000 parts: 160 GB with this size. */
const PART_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 10_000;

/** Returns the number of bytes. An object that was created meanwhile stays as it is. Throws above 160 GB. */
export async function upload(
  client: S3Client,
  object: { Bucket: string; Key: string },
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...object, ContentType: "application/octet-stream" }),
  );
  const Parts: CompletedPart[] = [];
  let bytes = 0;
  try {
    for await (const Body of partsOf(content)) {
      const PartNumber = Parts.length + 1;
      if (PartNumber > MAX_PARTS) throw new Error("The file is too large for the object store.");
      const { ETag } = await client.send(new UploadPartCommand({ ...object, UploadId, PartNumber, Body }));
      Parts.push({ ETag, PartNumber });
      bytes += Body.length;
    }
    const complete = new CompleteMultipartUploadCommand({
      ...object,
      UploadId,
      MultipartUpload: { Parts },
      IfNoneMatch: "*",
    });
    const completed = await unless(client.send(complete), "PreconditionFailed");
    if (!completed) await abort(client, { ...object, UploadId });
    return bytes;
  } catch (error) {
    await abort(client, { ...object, UploadId });
    throw error;
  }
}

async function abort(
  client: S3Client,
  multipart: { Bucket: string; Key: string; UploadId: string | undefined },
): Promise<void> {
  await unless(client.send(new AbortMultipartUploadCommand(multipart)), "NoSuchUpload");
}

async function* partsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}
