// The audit log: who did what, from where, and what was refused. Append only: entries are never changed or deleted.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any } from "dynamodb-toolbox/schema/any";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { record } from "dynamodb-toolbox/schema/record";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { currentAccount } from "../actor/index.ts";
import {
  expiresIn,
  keys,
  mainTable,
  now,
  type Page,
  pageQuery,
  queryPage,
  transact,
  type Write,
} from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";

const KEPT_SECONDS = 400 * 24 * 3600;

const auditActor = z.object({
  type: z.enum(["user", "operator", "machine", "system", "public"]),
  id: z.string().optional(),
  name: z.string().optional(),
});

export const auditEntry = z
  .object({
    eventId: idOf("event"),
    at: z.iso.datetime(),
    by: auditActor,
    action: z.string().describe("The operation's id in the API"),
    outcome: z.enum(["done", "denied", "failed"]),
    reason: z.string().optional().describe("The error code, unless the outcome is `done`"),
    accountId: z.string().optional(),
    tenantId: z.string().optional(),
    resources: z.record(z.string(), z.string()).describe("Ids of the resources concerned"),
    changes: z.unknown().optional().describe("The requested changes, without secrets"),
    ip: z.string().optional(),
    userAgent: z.string().optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: "AuditEntry" });

/**
 * A copy of an entry is written for each family in which it is looked up. Entries never change, so the copies cannot
 * disagree, and no index mixes tenants. No copy is in a tenant's own partition, because entries outlive the tenant.
 */
const AuditEntity = new Entity({
  name: "AuditEntry",
  table: mainTable,
  timestamps: false,
  schema: item({
    family: string().key(),
    eventId: string().key(),
    at: string(),
    by: map({
      type: string().enum(...auditActor.shape.type.options),
      id: string().optional(),
      name: string().optional(),
    }),
    action: string(),
    outcome: string().enum(...auditEntry.shape.outcome.options),
    reason: string().optional(),
    accountId: string().optional(),
    tenantId: string().optional(),
    resources: record(string(), string()),
    changes: any().optional(),
    ip: string().optional(),
    userAgent: string().optional(),
    requestId: string().optional(),
    ttl: number(),
  }),
  computeKey: ({ family, eventId }) => ({ pk: keys.audit(family), sk: eventId }),
});

const families = {
  day: (date: string) => `DAY#${date}`,
  person: (userId: string) => `U#${userId}`,
  tenant: (tenantId: string) => `T#${tenantId}`,
  account: (accountId: string) => `A#${accountId}`,
};

export interface AuditDraft
  extends Omit<FormattedItem<typeof AuditEntity>, "family" | "eventId" | "at" | "ttl"> {
  /** Whether the account may read it: the actor is one of its people, or an operator acted on the account. */
  forAccount: boolean;
}

/** The writes of an entry: one for the day, and one each for its person, tenant and account. */
export function auditWrites({ forAccount, ...draft }: AuditDraft): Write[] {
  const at = now();
  const { by, tenantId, accountId } = draft;
  const isPerson = by.type === "user" || by.type === "operator";
  const targets = [
    families.day(at.slice(0, 10)),
    ...(isPerson && by.id ? [families.person(by.id)] : []),
    ...(tenantId ? [families.tenant(tenantId)] : []),
    ...(accountId && forAccount ? [families.account(accountId)] : []),
  ];
  const entry = { ...draft, eventId: newId("event"), at, ttl: expiresIn(KEPT_SECONDS) };
  return targets.map((family) =>
    AuditEntity.build(PutTransaction)
      .item({ ...entry, family })
      .options({ condition: { attr: "at", exists: false } }),
  );
}

/** Appends an entry. */
export const append = (draft: AuditDraft): Promise<void> => transact(...auditWrites(draft));

type Entry = z.output<typeof auditEntry>;

async function listEntries(family: string, page: z.output<typeof pageQuery>): Promise<Page<Entry>> {
  const where = { partition: keys.audit(family), prefix: "evt_", reverse: true };
  const { items, cursor } = await queryPage(AuditEntity, where, page);
  return { items: items.map(({ family: _family, ttl: _ttl, ...entry }) => entry), cursor };
}

/** The entries that the account may read, newest first. */
export const listForAccount = fn(pageQuery, (page) => listEntries(families.account(currentAccount()), page));

export const operatorQuery = pageQuery.extend({
  day: z.iso.date().optional().describe("Day in UTC, today by default, for the log of the whole service"),
  tenantId: idOf("tenant").optional().describe("Entries about one workspace"),
  userId: idOf("user").optional().describe("Entries of one person"),
});

/** The entries of one workspace, one person or one day, for operators; newest first. */
export const listForOperators = fn(operatorQuery, ({ day = now().slice(0, 10), tenantId, userId, ...page }) =>
  listEntries(
    tenantId ? families.tenant(tenantId) : userId ? families.person(userId) : families.day(day),
    page,
  ),
);
