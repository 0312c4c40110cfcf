// Invitations: an account sends and revokes them; the invited person sees and accepts them. Tokens travel only in
// bodies, never in a URL that could be logged.
import * as z from "zod";
import * as Invitation from "../../core/invitation/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inAccount = z.object({ accountId: idOf("account") });

export const routes = [
  route({
    method: "POST",
    path: "/accounts/{accountId}/invitations",
    operationId: "createInvitation",
    summary: "Invite a person by email",
    description: "The link in the mail works once and is valid for 7 days.",
    access: { kind: "account", role: "admin" },
    params: inAccount,
    body: Invitation.invitationInput,
    output: Invitation.invitation,
    status: 201,
    errors: ["conflict", "limit_reached", "unavailable"],
    handler: ({ body }) => Invitation.create(body),
  }),
  route({
    method: "GET",
    path: "/accounts/{accountId}/invitations",
    operationId: "listInvitations",
    summary: "List the invitations of the last 30 days, newest first",
    access: { kind: "account", role: "admin" },
    params: inAccount,
    query: pageQuery,
    output: pageOf(Invitation.invitation),
    handler: ({ query }) => Invitation.list(query),
  }),
  route({
    method: "DELETE",
    path: "/accounts/{accountId}/invitations/{invitationId}",
    operationId: "revokeInvitation",
    summary: "Revoke an invitation",
    access: { kind: "account", role: "admin" },
    params: inAccount.extend({ invitationId: idOf("invitation") }),
    errors: ["conflict"],
    handler: ({ params }) => Invitation.revoke(params.invitationId),
  }),
  route({
    method: "POST",
    path: "/invitations/preview",
    operationId: "previewInvitation",
    summary: "Show what an invitation offers, and to whom",
    access: { kind: "public" },
    rate: "read",
    body: Invitation.tokenInput,
    output: Invitation.offer,
    errors: ["not_found"],
    handler: ({ body }) => Invitation.preview(body),
  }),
  route({
    method: "POST",
    path: "/invitations/accept",
    operationId: "acceptInvitation",
    summary: "Accept an invitation and join the account",
    description:
      "Your verified email address must be the invited one. Accepting again gives the same answer.",
    access: { kind: "user" },
    audit: true,
    body: Invitation.tokenInput,
    output: Invitation.acceptance,
    errors: ["forbidden", "not_found", "limit_reached"],
    handler: ({ body }) => Invitation.accept(body),
  }),
];

export const handler = serve(routes);
