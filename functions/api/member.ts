// Members of an account: who they are, what they may do, how they go.
import * as z from "zod";
import * as Member from "../../core/member/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inAccount = z.object({ accountId: idOf("account") });
const oneMember = inAccount.extend({ userId: idOf("user") });

export const routes = [
  route({
    method: "GET",
    path: "/accounts/{accountId}/members",
    operationId: "listMembers",
    summary: "The account's members",
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
    summary: "Change a member's role, or which workspaces they see",
    access: { kind: "account", role: "admin" },
    params: oneMember,
    body: Member.memberChange,
    output: Member.member,
    handler: ({ params, body }) => Member.change({ userId: params.userId, input: body }),
  }),
  route({
    method: "DELETE",
    path: "/accounts/{accountId}/members/{userId}",
    operationId: "removeMember",
    summary: "End somebody's membership at once",
    access: { kind: "account", role: "admin" },
    params: oneMember,
    handler: ({ params }) => Member.remove(params.userId),
  }),
  route({
    method: "POST",
    path: "/accounts/{accountId}/leave",
    operationId: "leaveAccount",
    summary: "End your own membership. The last owner cannot",
    access: { kind: "account", role: "viewer" },
    params: inAccount,
    handler: Member.leave,
  }),
  route({
    method: "POST",
    path: "/accounts/{accountId}/ownership",
    operationId: "transferOwnership",
    summary: "Make another member an owner and yourself an admin",
    access: { kind: "account", role: "owner" },
    params: inAccount,
    body: z.strictObject({ userId: idOf("user") }),
    handler: ({ body }) => Member.transferOwnership(body.userId),
  }),
];

export const handler = serve(routes);
