// Backups: what a squadhub's storage held at a moment, as an archive under the tenant's own prefix. It holds log-ins and
// the gateway's config: nobody is given one, it can only be restored.
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
import { getItem, keys, mainTable, now, type Page, pageQuery, queryPage, transact } from "../table/index.ts";
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
    why: backupReason.describe("Somebody asked for it, or it was made before an upgrade or a restore"),
    revision: z.int().describe("Which definition of the squadhub ran"),
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

/** The backup that a run makes: one at most, however often its step runs. */
export const backupIdOf = (runId: string): string => runId.replace(prefixes.run, prefixes.backup);

/** Where its archive is. */
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
 * Lists a backup whose archive is whole. The condition fails when its run does not go forward any more: the squadhub
 * may have run again while the archive was made.
 */
export async function record(runId: string, made: Omit<Backup, "backupId" | "createdAt">): Promise<void> {
  const tenantId = currentTenant();
  await transact(
    BackupEntity.build(PutTransaction).item({
      ...made,
      tenantId,
      backupId: backupIdOf(runId),
      createdAt: now(),
    }),
    RunEntity.build(ConditionCheck).key({ tenantId, runId }).condition({ attr: "status", eq: "running" }),
  );
}

/** Takes a backup off the list, after its archive has gone. */
export async function deleteRecord(backupId: string): Promise<void> {
  await BackupEntity.build(DeleteItemCommand).key({ tenantId: currentTenant(), backupId }).send();
}
