// Documents: the workspace's texts and files.
import * as z from "zod";
import * as Agent from "../../core/agent/index.ts";
import * as Document from "../../core/document/index.ts";
import * as Upload from "../../core/document/upload.ts";
import { pageOf } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const ofDocument = inTenant.extend({ documentId: idOf("document") });
const readers = { kind: "tenant", role: "viewer", machine: true } as const;
const writers = { kind: "tenant", role: "member", machine: true } as const;

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/documents",
    operationId: "listDocuments",
    summary: "List documents: all, those of a task, or those of a type",
    access: readers,
    params: inTenant,
    query: Document.listQuery,
    output: pageOf(Document.document),
    handler: ({ query }) => Document.list(query),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/documents",
    operationId: "createDocument",
    summary: "Create a Markdown document of 256 KB at most",
    access: writers,
    errors: ["limit_reached"],
    params: inTenant,
    body: Document.createInput,
    output: Document.document,
    status: 201,
    handler: ({ body }) => Document.create(body),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/uploads",
    operationId: "beginUpload",
    summary: "Begin the upload of a file of 50 MB at most",
    description: "Send the file as the answer says, then confirm the upload.",
    access: writers,
    errors: ["limit_reached"],
    params: inTenant,
    body: Upload.uploadInput,
    output: Upload.upload,
    status: 201,
    handler: ({ body }) => Upload.begin(body),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/uploads/{documentId}/confirm",
    operationId: "confirmUpload",
    summary: "Confirm an upload and create its document",
    description: "An upload must be confirmed within an hour after it began.",
    access: writers,
    errors: ["conflict"],
    params: ofDocument,
    output: Document.document,
    status: 201,
    handler: ({ params }) => Upload.confirm(params.documentId),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/documents/{documentId}",
    operationId: "getDocument",
    summary: "Get a document, with its text if it has one",
    access: readers,
    params: ofDocument,
    output: Document.documentWithContent,
    handler: ({ params }) => Document.get(params.documentId),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/documents/{documentId}/file",
    operationId: "downloadDocument",
    summary: "Get a download link for a document's file, valid for five minutes",
    access: readers,
    params: ofDocument,
    output: z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
    handler: ({ params }) => Upload.download(params.documentId),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/documents/{documentId}",
    operationId: "updateDocument",
    summary: "Change a document's title, type or task",
    access: writers,
    errors: ["conflict"],
    params: ofDocument,
    body: Document.updateInput,
    output: Document.document,
    handler: ({ params, body }) => Document.update({ documentId: params.documentId, input: body }),
  }),
  route({
    method: "DELETE",
    path: "/t/{tenantId}/documents/{documentId}",
    operationId: "deleteDocument",
    summary: "Delete a document with its text or file",
    access: writers,
    params: ofDocument,
    query: z.strictObject({ by: Agent.byAgent }),
    handler: ({ params, query }) => Document.remove({ documentId: params.documentId, by: query.by }),
  }),
];

export const handler = serve(routes);
