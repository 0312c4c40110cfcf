// All squadhubs as operators see them: whose each is, whether it runs, and what it takes.

import type { FormattedItem } from "dynamodb-toolbox/entity";
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { planId } from "../plan/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import { keys, mainTable, type Page, pageQuery, queryPage } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { TenantDirectoryEntity } from "../tenant/index.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";

export const squadhubOverview = z
  .object({
    tenantId: idOf("tenant"),
    name: z.string().describe("The workspace's"),
    status: Tenant.tenantStatus,
    startable: Tenant.tenant.shape.startable,
    plan: planId,
    runId: idOf("run").optional().describe("The newest run"),
    createdAt: z.iso.datetime(),
    version: z.string().optional(),
    readyAt: z.iso.datetime().optional(),
    lastSeenAt: z.iso.datetime().optional(),
    memoryMb: z.number().optional().describe("As the gateway reported it last"),
    idleCheckAt: z.iso.datetime().optional().describe("When it is looked at next whether it may sleep"),
  })
  .meta({ id: "SquadhubOverview" });

/** A page of all tenants that are not deleted, newest first, with their squadhubs; it may be shorter than asked for. */
export const list = fn(pageQuery, async (page): Promise<Page<z.output<typeof squadhubOverview>>> => {
  const where = { partition: keys.operations("TENANTS"), prefix: "ten_", reverse: true };
  const { items: pointers, cursor } = await queryPage(TenantDirectoryEntity, where, page);
  const tenantIds = pointers.map(({ tenantId }) => tenantId);
  const [tenants, squadhubs] = await Promise.all([Tenant.findAll(tenantIds), squadhubsOf(tenantIds)]);
  const items = tenants
    .filter(({ status }) => status !== "deleted")
    .map((tenant) => {
      const { tenantId, name, status, plan, runId, createdAt } = tenant;
      const { version, readyAt, lastSeenAt, memoryMb, idleCheckAt } = squadhubs.get(tenantId) ?? {};
      return {
        ...{ tenantId, name, status, startable: Tenant.startableOf(tenant), plan, runId, createdAt },
        ...{ version, readyAt, lastSeenAt, memoryMb, idleCheckAt },
      };
    });
  return { items, cursor };
});

type SquadhubItem = FormattedItem<typeof SquadhubEntity>;

async function squadhubsOf(tenantIds: string[]): Promise<Map<string, SquadhubItem>> {
  if (tenantIds.length === 0) return new Map();
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(...tenantIds.map((tenantId) => SquadhubEntity.build(BatchGetRequest).key({ tenantId }))),
  );
  const found = ((Responses?.[0] ?? []) as (SquadhubItem | undefined)[]).filter((item) => item !== undefined);
  return new Map(found.map((item) => [item.tenantId, item]));
}
