// Lanes as operators see them: how each stands and how much waits in it, not what.
import * as z from "zod";
import { lanes } from "#platform";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import * as Lane from "../delivery/lane.ts";
import { PendingEntity } from "../notification/index.ts";
import { keys, type Page, pageQuery, queryPage } from "../table/index.ts";
import * as Tenant from "../tenant/index.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";

/** More is told as this many. */
const MAX_COUNTED = 100;

export const laneState = z
  .object({
    agentId: z.string(),
    state: z.enum(["flowing", "retrying", "parked"]),
    attempt: z.int().describe("Tries that have failed since the last one that did not"),
    nextAttemptAt: z.iso.datetime().optional(),
    reason: z.string().optional(),
    pending: z
      .int()
      .max(MAX_COUNTED)
      .describe(`Notifications that wait; ${MAX_COUNTED} means that many or more`),
  })
  .meta({ id: "Lane" });

/** The lanes of the tenant of this request, one for each agent. */
export async function list(): Promise<z.output<typeof laneState>[]> {
  const partition = keys.tenant(currentTenant());
  return Promise.all(
    (await Agent.all()).map(async ({ agentId }) => {
      const [lane, waiting] = await Promise.all([
        Lane.find(agentId),
        queryPage(PendingEntity, { partition, prefix: `LANE#${agentId}#` }, { limit: MAX_COUNTED }),
      ]);
      return {
        agentId,
        state: lane?.state ?? "flowing",
        attempt: lane?.attempt ?? 0,
        nextAttemptAt: lane?.nextAttemptAt,
        reason: lane?.reason,
        pending: waiting.items.length,
      };
    }),
  );
}

export const parkedLane = laneState
  .omit({ state: true, pending: true })
  .required({ nextAttemptAt: true, reason: true })
  .extend({ tenantId: idOf("tenant"), name: z.string().describe("The workspace's") })
  .meta({ id: "ParkedLane" });

/** A page of the lanes of all tenants that wait longer than a minute for their next try, the next first. */
export const listParked = fn(pageQuery, async (page): Promise<Page<z.output<typeof parkedLane>>> => {
  const { items, cursor } = await Lane.listParked(page);
  const tenants = await Tenant.findAll([...new Set(items.map(({ tenantId }) => tenantId))]);
  const names = new Map(tenants.map(({ tenantId, name }) => [tenantId, name]));
  const known = items.map(({ tenantId, agentId, attempt, nextAttemptAt, reason }) => ({
    ...{ tenantId, agentId, attempt, nextAttemptAt, reason },
    name: names.get(tenantId) ?? "",
  }));
  return { items: known, cursor };
});

export const deadLetter = z
  .object({
    id: z.string(),
    lane: z.object({ tenantId: z.string(), agentId: z.string() }),
    sentAt: z.iso.datetime(),
    receives: z.int(),
  })
  .meta({ id: "DeadLetter" });

/** Doorbells that were given up, oldest first. */
export const deadLetters = () => lanes.deadLetters();

/** Rings all doorbells that were given up again; says how many. */
export const redrive = () => lanes.redrive();
