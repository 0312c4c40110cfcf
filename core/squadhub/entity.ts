// Squadhubs: the tenant's gateway and what it is made of, as the control plane knows it.
import { createHash, randomBytes } from "node:crypto";
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { release, site } from "#platform";
import type { TenantSecrets } from "../../platform/types/secrets.ts";
import type { Cell, SquadhubResources, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import { currentTenant } from "../actor/index.ts";
import { plans } from "../plan/index.ts";
import { getItem, isConditionFailure, keys, mainTable, SELF } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { notFound } from "../util/error.ts";

export const SquadhubEntity = new Entity({
  name: "Squadhub",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    cell: map({ account: string(), region: string(), cluster: string(), fileSystem: string() }),
    revision: number(),
    /** The highest that there ever was: one that was given up is not used again. */
    lastRevision: number().optional(),
    /** What its definition runs. */
    image: string().optional(),
    /** While an upgrade is under way: what it was before, and whose upgrade it is. */
    before: map({
      runId: string(),
      revision: number(),
      definition: string().optional(),
      image: string().optional(),
    }).optional(),
    resources: map({
      secret: string().optional(),
      storage: string().optional(),
      role: string().optional(),
      definition: string().optional(),
      discovery: string().optional(),
      service: string().optional(),
    }),
    /** The workflow task that waits for the gateway's `ready`. */
    taskToken: string().optional(),
    bootId: string().optional(),
    version: string().optional(),
    readyAt: string().optional(),
    lastSeenAt: string().optional(),
    memoryMb: number().optional(),
    /** Something came to need it while it was on its way to sleep. */
    neededAt: string().optional(),
    /** When a person last opened the workspace, to the minute. */
    openedAt: string().optional(),
    /** When it was last said that agents work in it. */
    workedAt: string().optional(),
    /** When it is looked at next whether anything still needs it. */
    idleCheckAt: string().optional(),
  }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "SQUADHUB" }),
});
type SquadhubItem = FormattedItem<typeof SquadhubEntity>;

export const squadhub = z
  .object({
    ready: z.boolean().describe("The gateway has reported ready since it was last started"),
    version: z.string().optional(),
    revision: z.int().describe("Which definition it is made from; an upgrade makes the next"),
    isOutdated: z.boolean().describe("There is a newer version, which an upgrade would bring"),
    readyAt: z.iso.datetime().optional(),
    lastSeenAt: z.iso.datetime().optional(),
    memoryMb: z.number().optional(),
  })
  .meta({ id: "Squadhub" });

/** Which tenant a squadhub token opens. The token itself is in the secret store and the gateway only. */
const TokenEntity = new Entity({
  name: "SquadhubToken",
  table: mainTable,
  timestamps: false,
  schema: item({ hash: string().key(), tenantId: string() }),
  computeKey: ({ hash }) => ({ pk: keys.directory("TOKEN", hash), sk: SELF }),
});

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Fresh tokens of 256 random bits. The squadhub token names its tenant, so that a CLI needs nothing else. */
export function newSecrets(tenantId: string): TenantSecrets {
  const random = () => randomBytes(32).toString("base64url");
  return { gatewayToken: random(), hooksToken: random(), squadhubToken: `sqh.${tenantId}.${random()}` };
}

/** The tenant whose squadhub token this is. */
export async function tenantOfToken(token: string): Promise<string | undefined> {
  const Item = await getItem(TokenEntity, { hash: hashOf(token) });
  return Item?.tenantId;
}

export async function admitToken(token: string): Promise<void> {
  await TokenEntity.build(PutItemCommand)
    .item({ hash: hashOf(token), tenantId: currentTenant() })
    .send();
}

export async function revokeToken(token: string): Promise<void> {
  await TokenEntity.build(DeleteItemCommand)
    .key({ hash: hashOf(token) })
    .send();
}

export async function find(): Promise<SquadhubItem | undefined> {
  return getItem(SquadhubEntity, { tenantId: currentTenant() });
}

/** The squadhub's record at the beginning of its provisioning; an existing one stays as it is. */
export async function begin(cell: Cell): Promise<void> {
  try {
    await SquadhubEntity.build(PutItemCommand)
      .item({ tenantId: currentTenant(), cell, revision: 1, resources: {} })
      .options({ condition: { attr: "cell", exists: false } })
      .send();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

export async function forget(): Promise<void> {
  await SquadhubEntity.build(DeleteItemCommand).key({ tenantId: currentTenant() }).send();
}

/** What a driver needs to know. `agents` are those of the squad to start with. */
export async function specOf(found: SquadhubItem, agents: SquadhubSpec["agents"]): Promise<SquadhubSpec> {
  const { cpu, memory } = plans[(await Tenant.current()).plan];
  const { tenantId, cell, revision, resources } = found;
  return { tenantId, cell, revision, resources, size: { cpu, memory }, claweUrl: site.url, agents };
}

/** Records the id of a resource that was created. */
export async function created(kind: keyof SquadhubResources, id: string): Promise<void> {
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), resources: { [kind]: id } })
    .options({ condition: { attr: "cell", exists: true } })
    .send();
}

/** Records the definition that was registered of this revision; of another than the present one it fails. */
export async function defined(definition: string, revision: number, image: string): Promise<void> {
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), image, resources: { definition } })
    .options({ condition: { attr: "revision", eq: revision } })
    .send();
}

/** The squadhub as its tenant sees it. */
export async function get(): Promise<z.output<typeof squadhub>> {
  const found = await find();
  if (!found) throw notFound("squadhub");
  const { version, revision, image, readyAt, lastSeenAt, memoryMb } = found;
  const isOutdated = image !== undefined && image !== (await release.current());
  return { ready: readyAt !== undefined, version, revision, isOutdated, readyAt, lastSeenAt, memoryMb };
}
