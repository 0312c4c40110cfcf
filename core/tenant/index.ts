// Tenants: one workspace, one squadhub, one board. The unit of isolation.
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { cells } from "#platform";
import { read as readAccount } from "../account/index.ts";
import { as, currentAccount, currentTenant, currentUser } from "../actor.ts";
import { VisibleError } from "../error.ts";
import { fn } from "../fn.ts";
import { idOf, newId } from "../id.ts";
import { planId, plans } from "../plan/index.ts";
import { get as getRun, queued, type Run } from "../run/index.ts";
import type { Workflow } from "../run/stages.ts";
import {
  failedConditions,
  keys,
  mainTable,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
} from "../table.ts";
import {
  AccountTenantEntity,
  current,
  find,
  NameEntity,
  TenantEntity,
  type TenantItem,
  type TenantStatus,
  tenantStatus,
} from "./entity.ts";
import { nameTaken, tenantName } from "./name.ts";

export const tenant = z
  .object({
    tenantId: idOf("tenant"),
    accountId: idOf("account"),
    name: tenantName,
    goal: z.string().optional(),
    leadName: z.string(),
    region: z.string(),
    timezone: z.string(),
    plan: planId,
    status: tenantStatus,
    runId: idOf("run").describe("The newest run"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Tenant" });

const timezone = z
  .string()
  .max(64)
  .refine(
    (zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC",
    "is not an IANA time zone",
  )
  .describe("IANA time zone of its routines");

export const createInput = z.strictObject({
  name: tenantName,
  goal: z.string().trim().max(1000).optional().describe("What the squad is for"),
  leadName: z.string().trim().min(1).max(40).default("Clawe").describe("Name of the lead agent"),
  timezone: timezone.default("UTC"),
});

/** Makes a tenant and queues its provisioning, in one write. Throws `name_taken`, `limit_reached`. */
export const create = fn(createInput, async (input): Promise<{ tenant: TenantItem; run: Run }> => {
  const accountId = currentAccount();
  const account = await readAccount(accountId);
  const { workspaces } = plans[account.plan];
  if (account.workspaces >= workspaces)
    throw new VisibleError(
      "limit_reached",
      `Your ${account.plan} plan has ${workspaces} workspace${workspaces === 1 ? "" : "s"}, all in use. Delete one or choose a larger plan.`,
    );
  if (await isNameTaken(input.name)) throw nameTaken(input.name);

  const tenantId = newId("tenant");
  const runId = newId("run");
  const at = now();
  await transact(
    TenantEntity.build(PutTransaction).item({
      ...input,
      tenantId,
      accountId,
      region: cells[0]!.cell.region,
      plan: account.plan,
      status: "provisioning",
      runId,
      createdAt: at,
      updatedAt: at,
    }),
    AccountTenantEntity.build(PutTransaction).item({ accountId, tenantId }),
    queued(tenantId, runId, "provision"),
  );
  const [tenant, run] = await as({ ...currentUser(), tenantId }, () =>
    Promise.all([current(), getRun(runId)]),
  );
  return { tenant, run };
});

async function isNameTaken(name: string): Promise<boolean> {
  return (await NameEntity.build(GetItemCommand).key({ name }).send()).Item !== undefined;
}

/** The account's tenants, oldest first. */
export const list = fn(pageQuery, async (page): Promise<Page<TenantItem>> => {
  const where = { partition: keys.account(currentAccount()), prefix: "TENANT#" };
  const { items: pointers, cursor } = await queryPage(AccountTenantEntity, where, page);
  if (pointers.length === 0) return { items: [], cursor };
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(...pointers.map(({ tenantId }) => TenantEntity.build(BatchGetRequest).key({ tenantId })))
      .options({ consistent: true }),
  );
  const items = ((Responses?.[0] ?? []) as (TenantItem | undefined)[]).filter((found) => found !== undefined);
  return { items, cursor };
});

const startable: Record<Workflow, { from: TenantStatus[]; to: TenantStatus }> = {
  provision: { from: ["error"], to: "provisioning" },
  deprovision: { from: ["active", "sleeping", "stopped", "suspended", "error"], to: "deprovisioning" },
};

/**
 * Queues a run for the tenant of this request: `provision` after a failed start, `deprovision` at any rest.
 * Throws `conflict` while another run is under way.
 */
export async function start(workflow: Workflow): Promise<Run> {
  const tenantId = currentTenant();
  const runId = newId("run");
  const { from, to } = startable[workflow];
  try {
    await transact(
      TenantEntity.build(UpdateTransaction)
        .item({ tenantId, status: to, runId, updatedAt: now() })
        .options({ condition: { attr: "status", in: from } }),
      queued(tenantId, runId, workflow),
    );
  } catch (error) {
    if (!failedConditions(error)) throw error;
    const status = (await find(tenantId))?.status;
    throw new VisibleError(
      "conflict",
      `The workspace is ${status}; this works when it is ${from.join(", ")}.`,
    );
  }
  return getRun(runId);
}

export const get = current;
