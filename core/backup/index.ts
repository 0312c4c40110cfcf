// Backups: archives of a squadhub's storage, under the tenant's own prefix. They hold log-ins and the gateway's config,
// so there is no way to download one; it can only be restored.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { currentTenant } from "../actor/index.ts";
import { RunEntity } from "../run/index.ts";
import {
  conditionHolds,
  getItem,
  keys,
  mainTable,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
} from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { idOf, prefixes } from "../util/id.ts";
import { objectPrefix } from "../util/object-key.ts";

const backupReason = z.enum(["asked", "upgrade", "restore"]);
export type BackupReason = z.output<typeof backupReason>;

export const backup = z
  .object({
    backupId: idOf("backup"),
    createdAt: z.iso.datetime(),
    size: z.int().describe("Bytes of the archive"),
    why: backupReason.describe("A person requested it, or it was made before an upgrade or a restore"),
    revision: z.int().describe("The revision of the squadhub's definition"),
    version: z.string().optional().describe("The gateway's own version"),
  })
  .meta({ id: "Backup" });
export type Backup = z.output<typeof backup>;

export const BackupEntity = new Entity({
  name: "Backup",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    backupId: string().key(),
    createdAt: string(),
    size: number(),
    why: string().enum(...backupReason.options),
    revision: number(),
    version: string().optional(),
  }),
  computeKey: ({ tenantId, backupId }) => ({ pk: keys.tenant(tenantId), sk: `BACKUP#${backupId}` }),
});

/** The id of the one backup that a run makes, however often its step runs. */
export const backupIdOf = (runId: string): string => runId.replace(prefixes.run, prefixes.backup);

/** The object key of its archive. */
export const archiveKey = (backupId: string): string => `${objectPrefix(currentTenant())}backups/${backupId}`;

/** The workspace's backups, newest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Backup>> => {
  const where = { partition: keys.tenant(currentTenant()), prefix: "BACKUP#", reverse: true };
  const { items, cursor } = await queryPage(BackupEntity, where, page);
  return { items: items.map(({ tenantId: _, ...shown }) => shown), cursor };
});

export async function find(backupId: string): Promise<Backup | undefined> {
  return getItem(BackupEntity, { tenantId: currentTenant(), backupId });
}

/**
 * Adds a backup whose archive is complete to the list. Returns false when its run is no longer under way: the squadhub
 * may have run again while the archive was made.
 */
export async function record(runId: string, made: Omit<Backup, "backupId" | "createdAt">): Promise<boolean> {
  const tenantId = currentTenant();
  const backup = { ...made, tenantId, backupId: backupIdOf(runId), createdAt: now() };
  return conditionHolds(
    transact(
      BackupEntity.build(PutTransaction).item(backup),
      RunEntity.build(ConditionCheck).key({ tenantId, runId }).condition({ attr: "status", eq: "running" }),
    ),
  );
}

/** Takes a backup off the list, after its archive was deleted. */
export async function deleteRecord(backupId: string): Promise<void> {
  await BackupEntity.build(DeleteItemCommand).key({ tenantId: currentTenant(), backupId }).send();
}
