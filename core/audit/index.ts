// The audit log: who did what, to what, from where, and who was refused. Append only: nothing here changes or deletes.
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

const who = z.object({
  type: z.enum(["user", "operator", "machine", "system", "public"]),
  id: z.string().optional(),
  name: z.string().optional(),
});

export const auditEntry = z
  .object({
    eventId: idOf("event"),
    at: z.iso.datetime(),
    by: who,
    action: z.string().describe("The operation, as the API calls it"),
    outcome: z.enum(["done", "denied", "failed"]),
    reason: z.string().optional().describe("The error's code, unless it was done"),
    accountId: z.string().optional(),
    tenantId: z.string().optional(),
    resources: z.record(z.string(), z.string()).describe("Ids of what it was done to"),
    changes: z.unknown().optional().describe("What was asked for, without secrets"),
    ip: z.string().optional(),
    userAgent: z.string().optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: "AuditEntry" });

/**
 * An entry is written whole into each family that it is looked up by. They are never changed, so they cannot disagree,
 * and no index has to mix tenants. None of it is in a tenant's own partition: it outlives the tenant.
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
      type: string().enum(...who.shape.type.options),
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
  /** Whether the account's own people may read it: it is of one of them, or was done to them by an operator. */
  forAccount: boolean;
}

/** The writes of an entry: by day, and by person, tenant and account where it has them. */
export function auditWrites({ forAccount, ...draft }: AuditDraft): Write[] {
  const at = now();
  const { by, tenantId, accountId } = draft;
  const isPerson = by.type === "user" || by.type === "operator";
  const found = [
    families.day(at.slice(0, 10)),
    ...(isPerson && by.id ? [families.person(by.id)] : []),
    ...(tenantId ? [families.tenant(tenantId)] : []),
    ...(accountId && forAccount ? [families.account(accountId)] : []),
  ];
  const entry = { ...draft, eventId: newId("event"), at, ttl: expiresIn(KEPT_SECONDS) };
  return found.map((family) =>
    AuditEntity.build(PutTransaction)
      .item({ ...entry, family })
      .options({ condition: { attr: "at", exists: false } }),
  );
}

/** Adds an entry. */
export const append = (draft: AuditDraft): Promise<void> => transact(...auditWrites(draft));

type Entry = z.output<typeof auditEntry>;

async function entriesOf(family: string, page: z.output<typeof pageQuery>): Promise<Page<Entry>> {
  const where = { partition: keys.audit(family), prefix: "evt_", reverse: true };
  const { items, cursor } = await queryPage(AuditEntity, where, page);
  return { items: items.map(({ family: _family, ttl: _ttl, ...entry }) => entry), cursor };
}

/** What the account's people did, and what operators did to it; newest first. */
export const listForAccount = fn(pageQuery, (page) => entriesOf(families.account(currentAccount()), page));

export const operatorQuery = pageQuery.extend({
  day: z.iso.date().optional().describe("UTC; today unless said. For the whole service's log"),
  tenantId: idOf("tenant").optional().describe("All that concerns one workspace"),
  userId: idOf("user").optional().describe("All that one person did or tried"),
});

/** For operators: one workspace's entries, one person's, or a day's; newest first. */
export const listForOperators = fn(operatorQuery, ({ day = now().slice(0, 10), tenantId, userId, ...page }) =>
  entriesOf(
    tenantId ? families.tenant(tenantId) : userId ? families.person(userId) : families.day(day),
    page,
  ),
);
