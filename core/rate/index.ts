// Rate limits: requests that a tenant, a user or a network address may send in a minute, by class of request.
import { Entity } from "dynamodb-toolbox/entity";
import type { Condition } from "dynamodb-toolbox/entity/actions/parseCondition";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $add } from "dynamodb-toolbox/entity/actions/update/symbols";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { table } from "#platform";
import type { TableSettings } from "../../platform/types/table.ts";
import { type PlanId, plans } from "../plan/index.ts";
import { conditionHolds, keys, mainTable } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";

/** What a request costs. A squadhub's `report` about itself is counted apart, so that other requests cannot displace it. */
export type RateClass = "read" | "write" | "expensive" | "report";

/** Whose requests are counted. */
export type RateScope =
  | { kind: "tenant"; id: string; plan: PlanId }
  | { kind: "user"; id: string }
  | { kind: "address"; id: string };

/** Requests a minute outside of any plan. */
export const limitsOutsidePlans = {
  /** Of a user, on routes that belong to no tenant. */
  user: 300,
  /** Sign-ins from one address, enough for an office that shares it. */
  address: 120,
};

const WINDOW_SECONDS = 60;
/** Refusals that a process remembers, so that a flood of requests costs no writes. */
const MAX_REMEMBERED = 10_000;

/** One minute of one scope. Outside of the tenant's partition: it is not tenant data, and no event follows from it. */
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

/** The limit of each class when `requests` a minute are allowed. */
export function limitsOf(requests: number) {
  return {
    total: requests,
    write: Math.ceil(requests / 2),
    expensive: Math.max(5, Math.ceil(requests / 20)),
    report: requests,
  };
}

/** By table: until when (seconds since the epoch) a scope's requests of a class are refused. */
const refusals = new WeakMap<TableSettings, Map<string, number>>();

function currentRefusals(): Map<string, number> {
  const refused = refusals.get(table) ?? new Map<string, number>();
  refusals.set(table, refused);
  return refused;
}

/**
 * Counts one request: one conditional write, or none while this process knows that the limit is reached. Throws
 * `rate_limited` with the seconds until the next minute.
 */
export async function spend(cost: RateClass, scope: RateScope): Promise<void> {
  const requests =
    scope.kind === "tenant" ? plans[scope.plan].requestsPerMinute : limitsOutsidePlans[scope.kind];
  const limits = limitsOf(requests);
  const seconds = Date.now() / 1000;
  const window = Math.floor(seconds / WINDOW_SECONDS) * WINDOW_SECONDS;
  const ends = window + WINDOW_SECONDS;
  const id = `${scope.kind}|${scope.id}`;
  const refusalKey = `${id}|${cost}`;
  const refused = currentRefusals();
  if ((refused.get(refusalKey) ?? 0) > seconds) throw limited(scope, requests, ends - seconds);

  const counted =
    cost === "read" ? (["total"] as const) : cost === "report" ? [cost] : (["total", cost] as const);
  const increment = RateEntity.build(UpdateItemCommand)
    .item({
      scope: id,
      window: String(window),
      ttl: ends + WINDOW_SECONDS,
      ...Object.fromEntries(counted.map((attr) => [attr, $add(1)])),
    })
    .options({ condition: { and: counted.map((attr) => belowCondition(attr, limits[attr])) } })
    .send();
  if (await conditionHolds(increment)) return;
  if (refused.size >= MAX_REMEMBERED) refused.clear();
  refused.set(refusalKey, ends);
  throw limited(scope, requests, ends - seconds);
}

/** The condition that a counter is below its limit. The library's types know one attribute at a time, not a union. */
const belowCondition = (attr: keyof ReturnType<typeof limitsOf>, lt: number) =>
  ({
    or: [
      { attr, exists: false },
      { attr, lt },
    ],
  }) as Condition<typeof RateEntity>;

const subjects: Record<RateScope["kind"], string> = {
  tenant: "This workspace has",
  user: "You have",
  address: "Your network address has",
};

function limited({ kind }: RateScope, requests: number, wait: number): VisibleError {
  const retryAfter = Math.max(1, Math.ceil(wait));
  return new VisibleError(
    "rate_limited",
    `${subjects[kind]} reached the limit of ${requests} requests a minute (fewer for writes). Try again in ${retryAfter} s.`,
    { retryAfter },
  );
}
