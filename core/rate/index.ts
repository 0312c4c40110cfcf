// Rate limits: how many requests a tenant, a person or an address may make in a minute, by class of request.
import { Entity } from "dynamodb-toolbox/entity";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { table } from "#platform";
import type { TableSettings } from "../../platform/types/table.ts";
import { type PlanId, plans } from "../plan/index.ts";
import { isConditionFailure, keys, mainTable } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";

/** What a request costs us. `report` is a squadhub's own word on itself: counted apart, so that nothing crowds it out. */
export type RateClass = "read" | "write" | "expensive" | "report";

/** Who is counted. */
export type RateScope =
  | { kind: "tenant"; id: string; plan: PlanId }
  | { kind: "user"; id: string }
  | { kind: "address"; id: string };

/** A minute's requests outside of any plan. */
export const limitsOutsidePlans = {
  /** Of a person, on routes that belong to no tenant. */
  user: 300,
  /** Sign-ins from one address: an office behind one of them still gets in. */
  address: 120,
};

const WINDOW_SECONDS = 60;
/** What one process remembers of refusals, so that a flood costs no writes. */
const REMEMBERED = 10_000;

/** One minute of one scope. Outside of the tenant's partition: it is not the tenant's data and no change to tell of. */
const RateEntity = new Entity({
  name: "Rate",
  table: mainTable,
  timestamps: false,
  schema: item({
    scope: string().key(),
    window: string().key(),
    /** Reads, writes and expensive requests together. */
    total: number().optional(),
    write: number().optional(),
    expensive: number().optional(),
    report: number().optional(),
    ttl: number(),
  }),
  computeKey: ({ scope, window }) => ({ pk: keys.directory("RATE", scope), sk: window }),
});

/** A minute's share of `requests` for each class. */
export function limitsOf(requests: number) {
  return {
    total: requests,
    write: Math.ceil(requests / 2),
    expensive: Math.max(5, Math.ceil(requests / 20)),
    report: requests,
  };
}

/** Until when which scope is refused, by table. */
const refusals = new WeakMap<TableSettings, Map<string, number>>();

function refusedHere(): Map<string, number> {
  const refused = refusals.get(table) ?? new Map<string, number>();
  refusals.set(table, refused);
  return refused;
}

/**
 * Counts one request: one conditional write, none while this process knows that the minute is used up.
 * Throws `rate_limited`, which says when the next minute begins.
 */
export async function spend(cost: RateClass, scope: RateScope): Promise<void> {
  const requests =
    scope.kind === "tenant" ? plans[scope.plan].requestsPerMinute : limitsOutsidePlans[scope.kind];
  const limits = limitsOf(requests);
  const seconds = Date.now() / 1000;
  const window = Math.floor(seconds / WINDOW_SECONDS) * WINDOW_SECONDS;
  const ends = window + WINDOW_SECONDS;
  const id = `${scope.kind}|${scope.id}`;
  const known = `${id}|${cost}`;
  const refused = refusedHere();
  if ((refused.get(known) ?? 0) > seconds) throw limited(scope, requests, ends - seconds);

  const counted =
    cost === "read" ? (["total"] as const) : cost === "report" ? [cost] : (["total", cost] as const);
  try {
    await RateEntity.build(UpdateItemCommand)
      .item({
        scope: id,
        window: String(window),
        ttl: ends + WINDOW_SECONDS,
        ...Object.fromEntries(counted.map((attr) => [attr, $add(1)])),
      })
      .options({ condition: { and: counted.map((attr) => below[attr](limits[attr])) } })
      .send();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    if (refused.size >= REMEMBERED) refused.clear();
    refused.set(known, ends);
    throw limited(scope, requests, ends - seconds);
  }
}

const absent = { exists: false } as const;
const below = {
  total: (lt: number) => ({
    or: [
      { attr: "total" as const, ...absent },
      { attr: "total" as const, lt },
    ],
  }),
  write: (lt: number) => ({
    or: [
      { attr: "write" as const, ...absent },
      { attr: "write" as const, lt },
    ],
  }),
  expensive: (lt: number) => ({
    or: [
      { attr: "expensive" as const, ...absent },
      { attr: "expensive" as const, lt },
    ],
  }),
  report: (lt: number) => ({
    or: [
      { attr: "report" as const, ...absent },
      { attr: "report" as const, lt },
    ],
  }),
};

const whose: Record<RateScope["kind"], string> = {
  tenant: "This workspace has",
  user: "You have",
  address: "Your network address has",
};

function limited({ kind }: RateScope, requests: number, wait: number): VisibleError {
  const retryAfter = Math.max(1, Math.ceil(wait));
  return new VisibleError(
    "rate_limited",
    `${whose[kind]} used up its requests of this minute (${requests} a minute, fewer that write). Try again in ${retryAfter} s.`,
    { retryAfter },
  );
}
