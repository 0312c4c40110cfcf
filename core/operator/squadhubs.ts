// All squadhubs for operators: their workspace, state, version and memory.
import * as z from "zod";
import { planId } from "../plan/index.ts";
import { SquadhubEntity } from "../squadhub/index.ts";
import { getAll, keys, type Page, pageQuery, queryPage } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { TenantDirectoryEntity } from "../tenant/index.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";

export const squadhubOverview = z
  .object({
    tenantId: idOf("tenant"),
    name: z.string().describe("Name of the workspace"),
    status: Tenant.tenantStatus,
    startable: Tenant.tenant.shape.startable,
    plan: planId,
    runId: idOf("run").optional().describe("The latest run"),
    createdAt: z.iso.datetime(),
    version: z.string().optional(),
    readyAt: z.iso.datetime().optional(),
    lastSeenAt: z.iso.datetime().optional(),
    memoryMb: z.number().optional().describe("From the gateway's last report"),
    idleCheckAt: z.iso.datetime().optional().describe("When the next check for idleness is"),
  })
  .meta({ id: "SquadhubOverview" });

/** Tenants that are not deleted, newest first, with their squadhubs. A page may have fewer items than its limit. */
export const list = fn(pageQuery, async (page): Promise<Page<z.output<typeof squadhubOverview>>> => {
  const where = { partition: keys.operations("TENANTS"), prefix: "ten_", reverse: true };
  const { items: pointers, cursor } = await queryPage(TenantDirectoryEntity, where, page);
  const tenantIds = pointers.map(({ tenantId }) => tenantId);
  const [tenants, found] = await Promise.all([
    Tenant.findAll(tenantIds),
    getAll(
      SquadhubEntity,
      tenantIds.map((tenantId) => ({ tenantId })),
    ),
  ]);
  const squadhubs = new Map(found.map((squadhub) => [squadhub.tenantId, squadhub]));
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
