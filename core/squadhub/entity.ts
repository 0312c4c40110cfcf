// The record of a tenant's squadhub: its gateway, and the resources it is made of.
import { randomBytes } from "node:crypto";
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { release } from "#platform";
import type { TenantSecrets } from "../../platform/types/secrets.ts";
import type { Cell, SquadhubResources } from "../../platform/types/squadhubs.ts";
import { currentTenant } from "../actor/index.ts";
import { conditionHolds, getItem, keys, mainTable, SELF } from "../table/index.ts";
import { notFound } from "../util/error.ts";
import { hashOf } from "../util/hash.ts";

export const SquadhubEntity = new Entity({
  name: "Squadhub",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    cell: map({ account: string(), region: string(), cluster: string(), fileSystem: string() }),
    revision: number(),
    /** The highest revision ever used: an abandoned one is not used again. */
    lastRevision: number().optional(),
    /** The image that its definition runs. */
    image: string().optional(),
    /** During an upgrade: the state before it, and the run that upgrades. */
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
    /** The task token that the gateway's `ready` report completes. */
    taskToken: string().optional(),
    bootId: string().optional(),
    version: string().optional(),
    readyAt: string().optional(),
    lastSeenAt: string().optional(),
    memoryMb: number().optional(),
    /** When something came to need it while it was being stopped. */
    neededAt: string().optional(),
    /** When a person last opened the workspace, to the minute. */
    openedAt: string().optional(),
    /** When its agents last reported work. */
    workedAt: string().optional(),
    /** When the next idle check is due. */
    idleCheckAt: string().optional(),
  }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "SQUADHUB" }),
});
type SquadhubItem = FormattedItem<typeof SquadhubEntity>;

export const squadhub = z
  .object({
    ready: z.boolean().describe("The gateway has reported ready since it was last started"),
    version: z.string().optional(),
    revision: z.int().describe("The revision of its definition. An upgrade makes the next."),
    isOutdated: z.boolean().describe("An upgrade would bring a newer version"),
    readyAt: z.iso.datetime().optional(),
    lastSeenAt: z.iso.datetime().optional(),
    memoryMb: z.number().optional(),
  })
  .meta({ id: "Squadhub" });

/** The tenant that a squadhub token opens. The token itself is only in the secret store and in the gateway. */
const TokenEntity = new Entity({
  name: "SquadhubToken",
  table: mainTable,
  timestamps: false,
  schema: item({ hash: string().key(), tenantId: string() }),
  computeKey: ({ hash }) => ({ pk: keys.directory("TOKEN", hash), sk: SELF }),
});

/** New tokens of 256 random bits. The squadhub token names its tenant, so that a CLI needs nothing else. */
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

/** The record. Throws when there is none, which is a fault of ours. */
export async function read(): Promise<SquadhubItem> {
  const found = await find();
  if (!found) throw new Error("The squadhub has no record");
  return found;
}

/** Creates the record. An existing one stays as it is. */
export async function createRecord(cell: Cell): Promise<void> {
  await conditionHolds(
    SquadhubEntity.build(PutItemCommand)
      .item({ tenantId: currentTenant(), cell, revision: 1, resources: {} })
      .options({ condition: { attr: "cell", exists: false } })
      .send(),
  );
}

export async function deleteRecord(): Promise<void> {
  await SquadhubEntity.build(DeleteItemCommand).key({ tenantId: currentTenant() }).send();
}

/** Records the id of a resource that was created. */
export async function recordResource(kind: keyof SquadhubResources, id: string): Promise<void> {
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), resources: { [kind]: id } })
    .options({ condition: { attr: "cell", exists: true } })
    .send();
}

/** Records the definition that was registered for this revision. Throws when the record has another revision by now. */
export async function recordDefinition(definition: string, revision: number, image: string): Promise<void> {
  await SquadhubEntity.build(UpdateItemCommand)
    .item({ tenantId: currentTenant(), image, resources: { definition } })
    .options({ condition: { attr: "revision", eq: revision } })
    .send();
}

/** The squadhub as the API returns it. Throws `not_found`. */
export async function get(): Promise<z.output<typeof squadhub>> {
  const found = await find();
  if (!found) throw notFound("squadhub");
  const { version, revision, image, readyAt, lastSeenAt, memoryMb } = found;
  const isOutdated = image !== undefined && image !== (await release.current());
  return { ready: readyAt !== undefined, version, revision, isOutdated, readyAt, lastSeenAt, memoryMb };
}
