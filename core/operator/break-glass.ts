// Break-glass: an operator may read a tenant's content for an hour, for a reason that the tenant sees in its feed.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { service } from "../actor/author.ts";
import { currentTenant, currentUser } from "../actor/index.ts";
import { expiresIn, getItem, keys, mainTable, now, transact } from "../table/index.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";
import { roleOf } from "./index.ts";

const ACCESS_SECONDS = 3600;

const BreakGlassEntity = new Entity({
  name: "BreakGlass",
  table: mainTable,
  timestamps: false,
  schema: item({
    userId: string().key(),
    tenantId: string().key(),
    reason: string(),
    createdAt: string(),
    ttl: number(),
  }),
  computeKey: ({ userId, tenantId }) => ({ pk: keys.user(userId), sk: `GLASS#${tenantId}` }),
});

export const breakGlassInput = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(10)
    .max(500)
    .regex(/^\P{Cc}*$/u, "must be one line")
    .describe("Shown to the tenant"),
});

export const breakGlassAccess = z.object({ tenantId: idOf("tenant"), until: z.iso.datetime() });

/** Lets the operator read the tenant of this request for an hour. */
export const breakGlass = fn(
  breakGlassInput,
  async ({ reason }): Promise<z.output<typeof breakGlassAccess>> => {
    const { userId } = currentUser();
    const tenantId = currentTenant();
    const ttl = expiresIn(ACCESS_SECONDS);
    // One transaction: no access without the tenant's notice of it.
    await transact(
      BreakGlassEntity.build(PutTransaction).item({ userId, tenantId, reason, createdAt: now(), ttl }),
      Activity.activityWrite(
        "break_glass",
        service,
        `let an operator read this workspace for an hour: ${reason}`,
      ),
    );
    return { tenantId, until: new Date(ttl * 1000).toISOString() };
  },
);

/** Whether the user is an operator who may read the tenant's content now. */
export async function canRead(userId: string, tenantId: string): Promise<boolean> {
  const access = await getItem(BreakGlassEntity, { userId, tenantId });
  // The time is compared, because TTL deletes late. The access also ends with the operator's role.
  return access !== undefined && access.ttl > expiresIn(0) && (await roleOf(userId)) !== undefined;
}
