// Documents: texts in the table, files in the object store, and the plan's space for both.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Document from "../../../core/document/index.ts";
import { UploadEntity } from "../../../core/document/index.ts";
import * as Upload from "../../../core/document/upload.ts";
import * as Task from "../../../core/task/index.ts";
import { TenantEntity } from "../../../core/tenant/index.ts";
import { objectPrefix } from "../../../core/util/object-key.ts";
import { createObjects, type LocalObjects } from "../../../local/objects.ts";
import type { UploadForm } from "../../../platform/types/objects.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const objects = {} as LocalObjects;
const domain = useDomain({ objects });
let directory: string;
let server: Server;
let squad: Squad;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "clawe-objects-"));
  server = createServer((request, response) => void objects.handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(objects, await createObjects({ store: domain.current.engine.store, directory, url }));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  squad = await aSquad();
});

const bytes = new TextEncoder().encode("\u0000\u0001not text");
const png = { name: "logo v2.png", contentType: "image/png", size: bytes.length };
const aText = (more: object = {}) =>
  squad.asOwner(() => Document.create({ type: "note", title: "Tone", content: "# Tone", ...more }));
const beginUpload = (more: object = {}) =>
  squad.asSquadhub(async () =>
    Upload.begin({ type: "deliverable", title: "Logo", file: png, by: "pixel", ...more }),
  );

function send(form: UploadForm, file = bytes, changed: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...changed })) body.append(name, value);
  body.append("file", new Blob([file as Uint8Array<ArrayBuffer>]));
  return fetch(form.url, { method: "POST", body });
}
async function aFile(more: object = {}) {
  const { documentId, form } = await beginUpload(more);
  await send(form);
  return squad.asSquadhub(() => Upload.confirm(documentId));
}

describe("a text", () => {
  it("is stored with its metadata and listed without its content", async () => {
    const created = await aText();
    expect(created).toMatchObject({ kind: "text", type: "note", size: 6, by: { name: "Ada" } });
    expect(await squad.asOwner(() => Document.get(created.documentId))).toMatchObject({ content: "# Tone" });
    const { items } = await squad.asOwner(() => Document.list({}));
    expect(items.map(({ title }) => title)).toEqual(["Tone"]);
    expect(items[0]).not.toHaveProperty("content");
    expect(await squad.feed()).toEqual(["document_added: Ada added “Tone”"]);
  });

  it("can have at most 256 KB, counted in bytes", async () => {
    await aText({ content: "é".repeat(128 * 1024) });
    await expect(aText({ content: `${"é".repeat(128 * 1024)}x` })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("content: must be at most 256 KB"),
    });
  });

  it("is listed by type and by task", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch" }));
    await aText();
    await aText({ type: "research", title: "Keywords", taskId });
    await aText({ type: "deliverable", title: "Post", taskId });
    const titles = async (query: object) =>
      (await squad.asOwner(() => Document.list(query))).items.map(({ title }) => title);
    expect(await titles({ taskId })).toEqual(["Keywords", "Post"]);
    expect(await titles({ type: "research" })).toEqual(["Keywords"]);
    expect(await titles({ taskId, type: "deliverable" })).toEqual(["Post"]);
    expect(await titles({})).toEqual(["Post", "Keywords", "Tone"]);
  });

  it("can be moved to another task, renamed and deleted", async () => {
    const first = await squad.asOwner(() => Task.create({ title: "First" }));
    const second = await squad.asOwner(() => Task.create({ title: "Second" }));
    const { documentId } = await aText({ taskId: first.taskId });
    const input = { taskId: second.taskId, title: "Voice", type: "reference" as const };
    await squad.asOwner(() => Document.update({ documentId, input }));
    const of = async (taskId: string) => (await squad.asOwner(() => Document.list({ taskId }))).items.length;
    expect([await of(first.taskId), await of(second.taskId)]).toEqual([0, 1]);
    expect((await squad.asOwner(() => Document.list({ type: "reference" }))).items).toMatchObject([
      { title: "Voice" },
    ]);
    await squad.asOwner(() => Document.update({ documentId, input: { taskId: null } }));
    expect(await of(second.taskId)).toBe(0);
    await squad.asOwner(() => Document.remove({ documentId }));
    await expect(squad.asOwner(() => Document.get(documentId))).rejects.toMatchObject({ code: "not_found" });
    expect(await squad.asService(() => Document.reservedBytes(documentId))).toBeUndefined();
  });

  it("stays without a task when its task is deleted", async () => {
    const { taskId } = await squad.asOwner(() => Task.create({ title: "Launch" }));
    const { documentId } = await aText({ taskId });
    await squad.asOwner(() => Task.remove({ taskId }));
    await squad.asService(() => Document.detachFromTask(taskId));
    await squad.asService(() => Document.detachFromTask(taskId));
    expect((await squad.asOwner(() => Document.get(documentId))).taskId).toBeUndefined();
  });

  it("is refused for a task that does not exist", async () => {
    await expect(aText({ taskId: "tsk_00000000000000000000000000" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await squad.asOwner(() => Document.list({}))).items).toEqual([]);
  });
});

describe("a file", () => {
  it("becomes a document once it is sent and confirmed, and can be downloaded", async () => {
    const { documentId, form } = await beginUpload();
    expect((await squad.asOwner(() => Document.list({}))).items).toEqual([]);
    expect((await send(form)).status).toBe(204);
    const created = await squad.asSquadhub(() => Upload.confirm(documentId));
    expect(created).toMatchObject({
      kind: "file",
      size: png.size,
      file: { name: png.name },
      by: { name: "Pixel" },
    });
    const { url } = await squad.asOwner(() => Upload.download(documentId));
    const answer = await fetch(url);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "attachment; filename*=UTF-8''logo%20v2.png",
      "x-content-type-options": "nosniff",
    });
    expect(await squad.feed()).toEqual(["document_added: Pixel added “Logo”"]);
  });

  it("is confirmed once, however often the request is repeated", async () => {
    const { documentId, form } = await beginUpload();
    await send(form);
    const confirmed = await Promise.all(
      [1, 2, 3].map(() => squad.asSquadhub(() => Upload.confirm(documentId))),
    );
    expect(new Set(confirmed.map(({ createdAt }) => createdAt)).size).toBe(1);
    expect(await squad.feed()).toHaveLength(1);
  });

  it("cannot be confirmed before it has arrived", async () => {
    const { documentId } = await beginUpload();
    await expect(squad.asSquadhub(() => Upload.confirm(documentId))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it.each([
    ["of another size", {}, new Uint8Array(png.size + 1), 400],
    ["of another type", { "Content-Type": "text/html" }, bytes, 403],
    ["under another key", { key: "t/ten_00000000000000000000000000/x" }, bytes, 403],
    ["outside the store", { key: "../../etc/passwd" }, bytes, 403],
    ["with a later expiry", { "x-expires": "99999999999999" }, bytes, 403],
  ])("is refused by the store when it is sent %s", async (_what, changed, file, status) => {
    const { form } = await beginUpload();
    expect((await send(form, file, changed as Record<string, string>)).status).toBe(status);
  });

  it("is not served without a valid signature, or for another file", async () => {
    const [mine, other] = [await aFile(), await aFile()];
    const { url } = await squad.asOwner(() => Upload.download(mine.documentId));
    const stolen = url.replace(mine.documentId, other.documentId);
    expect((await fetch(stolen)).status).toBe(403);
    expect((await fetch(url.replace(/signature=[^&]+/, "signature=x"))).status).toBe(403);
    expect((await fetch(`${url}x`)).status).toBe(403);
    expect((await fetch(url.replace("documents/", "%zz/../"))).status).toBe(403);
  });

  it("is deleted with its document or expired upload, and its space is given back once", async () => {
    const { documentId, form } = await beginUpload();
    await send(form);
    const key = `${objectPrefix(squad.tenantId)}documents/${documentId}`;
    const isThere = async () => (await objects.head(key)) !== undefined;
    await squad.asService(() => Upload.discard("doc_00000000000000000000000000"));
    expect(await isThere()).toBe(true);
    await squad.asSquadhub(() => Upload.confirm(documentId));
    await squad.asService(() => Upload.discard(documentId));
    expect(await isThere()).toBe(true);
    await squad.asSquadhub(() => Document.remove({ documentId, by: "pixel" }));
    await squad.asService(() => Upload.discard(documentId));
    expect(await isThere()).toBe(false);

    const expiring = await beginUpload();
    await UploadEntity.build(UpdateItemCommand)
      .item({ tenantId: squad.tenantId, documentId: expiring.documentId, ttl: 1_700_000_000 })
      .send();
    await expect(squad.asSquadhub(() => Upload.confirm(expiring.documentId))).rejects.toMatchObject({
      code: "not_found",
    });
    await Promise.all([1, 2].map(() => squad.asService(() => Upload.discard(expiring.documentId))));
    expect(await squad.asService(() => Document.reservedBytes(expiring.documentId))).toBeUndefined();
  });

  it.each([
    [{ size: 50 * 1024 * 1024 + 1 }, "file.size: must be at most 50 MB"],
    [{ size: 0 }, "file.size: must not be empty"],
    [{ name: "../x.png" }, "file.name: must be a plain file name"],
    [{ contentType: "png" }, "file.contentType: must be a media type"],
  ])("is refused with %j and the field is named", async (changed, reason) => {
    await expect(beginUpload({ file: { ...png, ...changed } })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(reason),
    });
  });
});

describe("the plan's space for documents", () => {
  it("counts texts, files and begun uploads, and is never exceeded", async () => {
    await TenantEntity.build(UpdateItemCommand).item({ tenantId: squad.tenantId, plan: "micro" }).send();
    const size = 50 * 1024 * 1024;
    for (let count = 0; count < 19; count++) await beginUpload({ file: { ...png, size } });
    const last = await Promise.allSettled([1, 2, 3].map(() => beginUpload({ file: { ...png, size } })));
    expect(last.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(last.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "limit_reached", message: expect.stringContaining("1 GB") },
    });
    // Twenty files of fifty megabytes leave 24 megabytes.
    await aText();
    const { documentId } = await beginUpload({ file: { ...png, size: 23 * 1024 * 1024 } });
    await expect(beginUpload({ file: { ...png, size: 2 * 1024 * 1024 } })).rejects.toMatchObject({
      code: "limit_reached",
    });
    await UploadEntity.build(UpdateItemCommand)
      .item({ tenantId: squad.tenantId, documentId, ttl: 1_700_000_000 })
      .send();
    await squad.asService(() => Upload.discard(documentId));
    await beginUpload({ file: { ...png, size: 2 * 1024 * 1024 } });
  });
});

it("erases every file of a tenant and none of another tenant", async () => {
  await aFile();
  const other = squad;
  squad = await aSquad();
  const mine = await aFile();
  await objects.deleteAll(objectPrefix(other.tenantId));
  await objects.deleteAll(objectPrefix(other.tenantId));
  expect(await readdir(directory)).not.toContain(other.tenantId);
  expect((await fetch((await squad.asOwner(() => Upload.download(mine.documentId))).url)).status).toBe(200);
});
