// Tenants for operators: metadata, but no content.
import * as z from "zod";
import * as Squadhub from "../squadhub/index.ts";
import { keys, type Page, pageQuery, queryPage } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { TenantDirectoryEntity, type TenantItem } from "../tenant/index.ts";
import { fn } from "../util/fn.ts";

export const tenantMetadata = Tenant.tenant
  .omit({ goal: true, leadName: true })
  .meta({ id: "TenantMetadata" });
type Metadata = z.output<typeof tenantMetadata>;

export const squadhubMetadata = z
  .object({
    cell: z.object({ account: z.string(), region: z.string(), cluster: z.string(), fileSystem: z.string() }),
    revision: z.int(),
    resources: z.record(z.string(), z.string()).describe("Ids of its cloud resources"),
    version: z.string().optional(),
    readyAt: z.iso.datetime().optional(),
    lastSeenAt: z.iso.datetime().optional(),
    memoryMb: z.number().optional(),
  })
  .meta({ id: "SquadhubMetadata" });

export const tenantDetails = tenantMetadata.extend({ squadhub: squadhubMetadata.optional() });

function toMetadata({ goal: _goal, leadName: _leadName, ttl: _ttl, ...rest }: TenantItem): Metadata {
  return { ...rest, startable: Tenant.startableOf(rest) };
}

/** All tenants, newest first, including deleted ones. */
export const list = fn(pageQuery, async (page): Promise<Page<Metadata>> => {
  const where = { partition: keys.operations("TENANTS"), prefix: "ten_", reverse: true };
  const { items, cursor } = await queryPage(TenantDirectoryEntity, where, page);
  const tenants = await Tenant.findAll(items.map(({ tenantId }) => tenantId));
  return { items: tenants.map(toMetadata), cursor };
});

/** The tenant of this request, with its squadhub. Throws `not_found`. */
export async function get(): Promise<z.output<typeof tenantDetails>> {
  const [tenant, squadhub] = await Promise.all([Tenant.current(), Squadhub.find()]);
  return { ...toMetadata(tenant), ...(squadhub ? { squadhub: toSquadhubMetadata(squadhub) } : {}) };
}

type SquadhubItem = NonNullable<Awaited<ReturnType<typeof Squadhub.find>>>;

function toSquadhubMetadata(squadhub: SquadhubItem): z.output<typeof squadhubMetadata> {
  const { cell, revision, version, readyAt, lastSeenAt, memoryMb } = squadhub;
  const resources = Object.entries(squadhub.resources).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return { cell, revision, resources: Object.fromEntries(resources), version, readyAt, lastSeenAt, memoryMb };
}
