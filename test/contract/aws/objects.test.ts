// The object store on S3: forms and links made without a call, and everything of a tenant deleted.
import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, it } from "vitest";
import { objects } from "../../../platform/aws/objects.ts";
import { account, awsError, useSettings } from "./settings.ts";

useSettings(["objects"]);
const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());

const key = "t/ten_01JABCDEFGHJKMNPQRSTVWXYZ0/documents/doc_01JABCDEFGHJKMNPQRSTVWXYZ0";
const bucket = `clawe-dev-objects-${account}`;

it("signs a form for exactly one key, type and size", async () => {
  const { url, fields } = await objects.uploadForm(key, { contentType: "image/png", size: 42 }, 900);
  expect(url).toBe(`https://${bucket}.s3.us-east-1.amazonaws.com/`);
  expect(fields).toMatchObject({ key, "Content-Type": "image/png", bucket });
  const policy = JSON.parse(Buffer.from(fields.Policy!, "base64").toString());
  expect(policy.conditions).toEqual(
    expect.arrayContaining([["content-length-range", 42, 42], { key }, { "Content-Type": "image/png" }]),
  );
  const lastsMs = Date.parse(policy.expiration) - Date.now();
  expect(lastsMs).toBeGreaterThan(890_000);
  expect(lastsMs).toBeLessThanOrEqual(900_000);
});

it("signs a link that saves the file under its name, whatever it holds", async () => {
  const file = { fileName: 'a"b; é.html', contentType: "text/html" };
  const url = new URL((await objects.downloadUrl(key, file, 300)).url);
  expect(`${url.origin}${url.pathname}`).toBe(`https://${bucket}.s3.us-east-1.amazonaws.com/${key}`);
  expect(url.searchParams.get("response-content-disposition")).toBe(
    "attachment; filename*=UTF-8''a%22b%3B%20%C3%A9.html",
  );
  expect(url.searchParams.get("X-Amz-Expires")).toBe("300");
  expect(s3.calls()).toHaveLength(0);
});

it("says what is there, and that nothing is", async () => {
  s3.on(HeadObjectCommand, { Bucket: bucket, Key: key }).resolvesOnce({
    ContentType: "image/png",
    ContentLength: 42,
  });
  expect(await objects.head(key)).toEqual({ contentType: "image/png", size: 42 });
  s3.on(HeadObjectCommand).rejects(awsError("NotFound"));
  expect(await objects.head(key)).toBeUndefined();
  s3.on(HeadObjectCommand).rejects(awsError("AccessDenied"));
  await expect(objects.head(key)).rejects.toThrow();
});

const MiB = 1024 * 1024;
const chunks = (count: number) => Readable.from(Array.from({ length: count }, () => Buffer.alloc(MiB)));

function takesUploads() {
  s3.on(HeadObjectCommand).rejects(awsError("NotFound"));
  s3.on(CreateMultipartUploadCommand).resolves({ UploadId: "upload" });
  s3.on(UploadPartCommand).callsFake(({ PartNumber }) => ({ ETag: `tag-${PartNumber}` }));
  s3.on(CompleteMultipartUploadCommand).resolves({});
  s3.on(AbortMultipartUploadCommand).resolves({});
}

it("keeps a stream part by part, seen only when it is whole and nothing else is there", async () => {
  takesUploads();
  expect(await objects.write(key, chunks(33))).toBe(33 * MiB);
  const parts = s3.commandCalls(UploadPartCommand).map(({ args }) => args[0].input);
  expect(parts.map(({ Body }) => (Body as Buffer).length / MiB)).toEqual([16, 16, 1]);
  expect(s3.commandCalls(CompleteMultipartUploadCommand)[0]?.args[0].input).toEqual({
    Bucket: bucket,
    Key: key,
    UploadId: "upload",
    IfNoneMatch: "*",
    MultipartUpload: {
      Parts: [1, 2, 3].map((PartNumber) => ({ PartNumber, ETag: `tag-${PartNumber}` })),
    },
  });
  expect(s3.commandCalls(AbortMultipartUploadCommand)).toHaveLength(0);
});

it("keeps nothing of a stream that breaks, nor of a part that is refused", async () => {
  takesUploads();
  const broken = Readable.from(
    (async function* () {
      yield Buffer.alloc(MiB);
      throw new Error("torn");
    })(),
  );
  await expect(objects.write(key, broken)).rejects.toThrow("torn");
  s3.on(UploadPartCommand).rejects(awsError("AccessDenied"));
  await expect(objects.write(key, chunks(1))).rejects.toThrow("AccessDenied");
  expect(s3.commandCalls(AbortMultipartUploadCommand)).toHaveLength(2);
  expect(s3.commandCalls(CompleteMultipartUploadCommand)).toHaveLength(0);
});

it("leaves what is there, also what has come there meanwhile", async () => {
  takesUploads();
  s3.on(CompleteMultipartUploadCommand).rejects(awsError("PreconditionFailed"));
  await objects.write(key, chunks(1));
  expect(s3.commandCalls(AbortMultipartUploadCommand)).toHaveLength(1);
  s3.on(HeadObjectCommand).resolves({ ContentLength: 7 });
  expect(await objects.write(key, chunks(1))).toBe(7);
  expect(s3.commandCalls(CreateMultipartUploadCommand)).toHaveLength(1);
});

it("gives a file as a stream, and nothing for one that is not there", async () => {
  const Body = Readable.from(["content"]) as never;
  s3.on(GetObjectCommand, { Bucket: bucket, Key: key }).resolvesOnce({ Body });
  expect(await objects.read(key)).toBe(Body);
  s3.on(GetObjectCommand).rejects(awsError("NoSuchKey"));
  expect(await objects.read(key)).toBeUndefined();
});

it("deletes one file", async () => {
  await objects.delete(key);
  expect(s3.commandCalls(DeleteObjectCommand, { Bucket: bucket, Key: key })).toHaveLength(1);
});

it("deletes all versions of all files under a prefix, page after page", async () => {
  s3.on(ListObjectVersionsCommand, { Prefix: "t/x/" })
    .resolvesOnce({
      Versions: [
        { Key: "t/x/1", VersionId: "a" },
        { Key: "t/x/1", VersionId: "b" },
      ],
    })
    .resolvesOnce({ DeleteMarkers: [{ Key: "t/x/2", VersionId: "c" }] })
    .resolves({});
  s3.on(DeleteObjectsCommand).resolves({});
  await objects.deleteAll("t/x/");
  expect(s3.commandCalls(DeleteObjectsCommand).map(({ args }) => args[0].input.Delete?.Objects)).toEqual([
    [
      { Key: "t/x/1", VersionId: "a" },
      { Key: "t/x/1", VersionId: "b" },
    ],
    [{ Key: "t/x/2", VersionId: "c" }],
  ]);
});

it("fails when a file could not be deleted, rather than list it for ever", async () => {
  s3.on(ListObjectVersionsCommand).resolves({ Versions: [{ Key: "t/x/1", VersionId: "a" }] });
  s3.on(DeleteObjectsCommand).resolves({ Errors: [{ Key: "t/x/1", Code: "AccessDenied" }] });
  await expect(objects.deleteAll("t/x/")).rejects.toThrow("1 files could not be deleted: AccessDenied.");
});
