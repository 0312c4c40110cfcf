// Tenants as operators see them: what they are made of and how they fare, nothing of what is in them.
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
    resources: z.record(z.string(), z.string()).describe("Ids of what it is made of"),
    version: z.string().optional(),
    readyAt: z.iso.datetime().optional(),
    lastSeenAt: z.iso.datetime().optional(),
    memoryMb: z.number().optional(),
  })
  .meta({ id: "SquadhubMetadata" });

export const tenantDetails = tenantMetadata.extend({ squadhub: squadhubMetadata.optional() });

function metadataOf({ goal: _goal, leadName: _leadName, ttl: _ttl, ...rest }: TenantItem): Metadata {
  return { ...rest, startable: Tenant.startableOf(rest) };
}

/** All tenants, newest first; those that were deleted, too. */
export const list = fn(pageQuery, async (page): Promise<Page<Metadata>> => {
  const where = { partition: keys.operations("TENANTS"), prefix: "ten_", reverse: true };
  const { items, cursor } = await queryPage(TenantDirectoryEntity, where, page);
  const found = await Tenant.findAll(items.map(({ tenantId }) => tenantId));
  return { items: found.map(metadataOf), cursor };
});

/** The tenant of this request. */
export async function get(): Promise<z.output<typeof tenantDetails>> {
  const [found, squadhub] = await Promise.all([Tenant.current(), Squadhub.find()]);
  return { ...metadataOf(found), ...(squadhub ? { squadhub: shown(squadhub) } : {}) };
}

type SquadhubItem = NonNullable<Awaited<ReturnType<typeof Squadhub.find>>>;

function shown(found: SquadhubItem): z.output<typeof squadhubMetadata> {
  const { cell, revision, version, readyAt, lastSeenAt, memoryMb } = found;
  const made = Object.entries(found.resources).filter((entry): entry is [string, string] => !!entry[1]);
  return { cell, revision, resources: Object.fromEntries(made), version, readyAt, lastSeenAt, memoryMb };
}
