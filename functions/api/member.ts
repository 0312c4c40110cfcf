// Members of an account: list them, change what they may do, end a membership.
import * as z from "zod";
import * as Member from "../../core/member/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inAccount = z.object({ accountId: idOf("account") });
const ofMember = inAccount.extend({ userId: idOf("user") });

export const routes = [
  route({
    method: "GET",
    path: "/accounts/{accountId}/members",
    operationId: "listMembers",
    summary: "List an account's members",
    access: { kind: "account", role: "viewer" },
    params: inAccount,
    query: pageQuery,
    output: pageOf(Member.member),
    handler: ({ query }) => Member.list(query),
  }),
  route({
    method: "PATCH",
    path: "/accounts/{accountId}/members/{userId}",
    operationId: "changeMember",
    summary: "Change a member's role, or the workspaces they can see",
    access: { kind: "account", role: "admin" },
    params: ofMember,
    body: Member.memberChange,
    output: Member.member,
    handler: ({ params, body }) => Member.change({ userId: params.userId, input: body }),
  }),
  route({
    method: "DELETE",
    path: "/accounts/{accountId}/members/{userId}",
    operationId: "removeMember",
    summary: "Remove a member from the account immediately",
    access: { kind: "account", role: "admin" },
    params: ofMember,
    handler: ({ params }) => Member.remove(params.userId),
  }),
  route({
    method: "POST",
    path: "/accounts/{accountId}/leave",
    operationId: "leaveAccount",
    summary: "Leave an account",
    description: "The last owner cannot leave.",
    access: { kind: "account", role: "viewer" },
    params: inAccount,
    handler: Member.leave,
  }),
  route({
    method: "POST",
    path: "/accounts/{accountId}/ownership",
    operationId: "transferOwnership",
    summary: "Make another member an owner, and yourself an admin",
    access: { kind: "account", role: "owner" },
    params: inAccount,
    body: z.strictObject({ userId: idOf("user") }),
    handler: ({ body }) => Member.transferOwnership(body.userId),
  }),
];

export const handler = serve(routes);
