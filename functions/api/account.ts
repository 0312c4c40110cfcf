// Accounts, and the plans that they can choose.
import * as z from "zod";
import * as Account from "../../core/account/index.ts";
import * as Audit from "../../core/audit/index.ts";
import { plan, planId, plans } from "../../core/plan/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inAccount = z.object({ accountId: idOf("account") });

export const routes = [
  route({
    method: "GET",
    path: "/plans",
    operationId: "listPlans",
    summary: "List the plans with their limits and prices",
    access: { kind: "public" },
    output: z.object({ items: z.array(plan.extend({ plan: planId })) }),
    handler: async () => ({ items: planId.options.map((id) => ({ plan: id, ...plans[id] })) }),
  }),
  route({
    method: "POST",
    path: "/accounts",
    operationId: "createAccount",
    summary: "Create another account that you own",
    access: { kind: "user" },
    audit: true,
    body: Account.accountInput,
    output: Account.account,
    status: 201,
    handler: ({ body }) => Account.create(body),
  }),
  route({
    method: "GET",
    path: "/accounts/{accountId}",
    operationId: "getAccount",
    summary: "Get an account with its plan and limits",
    access: { kind: "account", role: "viewer" },
    params: inAccount,
    output: Account.account.extend({ limits: plan }),
    handler: Account.get,
  }),
  route({
    method: "PATCH",
    path: "/accounts/{accountId}",
    operationId: "renameAccount",
    summary: "Rename an account",
    access: { kind: "account", role: "admin" },
    params: inAccount,
    body: Account.accountInput,
    output: Account.account,
    handler: ({ body }) => Account.rename(body),
  }),
  route({
    method: "GET",
    path: "/accounts/{accountId}/audit",
    operationId: "listAccountAudit",
    summary: "List an account's audit log, newest first",
    description:
      "The log has what the account's members did, and which operators of the service have read its content.",
    access: { kind: "account", role: "admin" },
    params: inAccount,
    query: pageQuery,
    output: pageOf(Audit.auditEntry),
    handler: ({ query }) => Audit.listForAccount(query),
  }),
];

export const handler = serve(routes);
