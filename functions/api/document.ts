// Documents: texts and files of the workspace.
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
    summary: "Documents of a task, of a type, or all",
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
    summary: "Add a text in Markdown, of 256 KB at most",
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
    summary: "Announce a file of 50 MB at most: the answer says how to send it. Then confirm it",
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
    summary: "Make a file that was sent a document; within an hour of announcing it",
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
    summary: "One document, with its text if it is one",
    access: readers,
    params: ofDocument,
    output: Document.documentWithContent,
    handler: ({ params }) => Document.get(params.documentId),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/documents/{documentId}/file",
    operationId: "downloadDocument",
    summary: "Where a document's file can be fetched from, for five minutes",
    access: readers,
    params: ofDocument,
    output: z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
    handler: ({ params }) => Upload.download(params.documentId),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/documents/{documentId}",
    operationId: "updateDocument",
    summary: "Change a document's title or type, or the task it belongs to",
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
