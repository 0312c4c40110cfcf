// Tenants' files: one S3 bucket, with a prefix for each tenant. People and agents upload and download them directly.
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Objects } from "../types/objects.ts";
import { patient, unless } from "./client.ts";
import { once, setting } from "./settings.ts";
import { upload } from "./upload.ts";

const client = once(() => new S3Client(patient));
const bucket = () => setting("CLAWE_OBJECTS_BUCKET");
const after = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

export const objects: Objects = {
  async write(key, content) {
    const kept = await objects.head(key);
    if (!kept) return upload(client(), { Bucket: bucket(), Key: key }, content);
    content.destroy();
    return kept.size;
  },
  async read(key) {
    const command = new GetObjectCommand({ Bucket: bucket(), Key: key });
    const found = await unless(client().send(command), "NoSuchKey");
    return found?.Body as Readable | undefined;
  },
  async uploadForm(key, { contentType, size }, seconds) {
    const form = await createPresignedPost(client(), {
      Bucket: bucket(),
      Key: key,
      Fields: { "Content-Type": contentType },
      Conditions: [
        ["content-length-range", size, size],
        ["eq", "$Content-Type", contentType],
      ],
      Expires: seconds,
    });
    return { ...form, expiresAt: after(seconds) };
  },
  async downloadUrl(key, { fileName, contentType }, seconds) {
    const command = new GetObjectCommand({
      Bucket: bucket(),
      Key: key,
      ResponseContentType: contentType,
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
    return { url: await getSignedUrl(client(), command, { expiresIn: seconds }), expiresAt: after(seconds) };
  },
  async head(key) {
    const command = new HeadObjectCommand({ Bucket: bucket(), Key: key });
    const found = await unless(client().send(command), "NotFound", "NoSuchKey");
    return found && { contentType: found.ContentType ?? "", size: found.ContentLength ?? 0 };
  },
  async delete(key) {
    await client().send(new DeleteObjectCommand({ Bucket: bucket(), Key: key }));
  },
  async deleteAll(prefix) {
    for (;;) {
      const { Versions = [], DeleteMarkers = [] } = await client().send(
        new ListObjectVersionsCommand({ Bucket: bucket(), Prefix: prefix }),
      );
      // A page has at most 1,000 versions, as many as one call can delete. Deleted ones are not listed again.
      const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
      if (Objects.length === 0) return;
      const { Errors = [] } = await client().send(
        new DeleteObjectsCommand({ Bucket: bucket(), Delete: { Objects, Quiet: true } }),
      );
      if (Errors.length > 0)
        throw new Error(`${Errors.length} files could not be deleted: ${Errors[0]?.Code ?? "unknown"}.`);
    }
  },
};
