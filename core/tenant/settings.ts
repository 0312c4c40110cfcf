// A tenant's settings, and which of them can be changed.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { currentUser } from "../actor/index.ts";
import { now, transact, unlessChanged } from "../table/index.ts";
import { changedMeanwhile } from "../table/retry.ts";
import { invalidField } from "../util/error.ts";
import { fn } from "../util/fn.ts";

import { current, TenantEntity, type TenantItem } from "./entity.ts";
import { get, goal, leadName, type Tenant, timezone } from "./schema.ts";

export const settingsInput = z.strictObject({
  version: z.int().positive().describe("The version on which the change is based"),
  goal: goal.nullable().optional().describe("What the squad is for; null removes it"),
  timezone: timezone.optional(),
  leadName: leadName.optional().describe("Name of the lead agent; only while the workspace is a draft"),
});

/**
 * Changes the settings. After a change of the time zone, an event updates the schedules of all routines.
 * Throws `invalid` for the lead's name once the squad exists, `conflict` for another version.
 */
export const update = fn(settingsInput, async ({ version, goal, ...input }): Promise<Tenant> => {
  const before = await current();
  const { tenantId } = before;
  const isDraft = before.status === "draft";
  if (input.leadName !== undefined && input.leadName !== before.leadName && !isDraft)
    throw invalidField("body.leadName", "cannot be changed once the squad exists");
  const { userId: id, name } = currentUser();
  const write = TenantEntity.build(UpdateTransaction)
    .item({
      tenantId,
      ...input,
      ...(goal === undefined ? {} : { goal: goal === null ? $remove() : goal }),
      version: $add(1),
      updatedAt: now(),
    })
    .options({
      condition: {
        and: [
          { attr: "version", eq: version },
          { attr: "status", eq: before.status },
        ],
      },
    });
  const activity = Activity.activityWrite(
    "tenant_changed",
    { type: "user", id, name },
    toMessage(before, input.timezone),
  );
  await unlessChanged(
    () => transact(write, ...(isDraft ? [] : [activity])),
    () => changedMeanwhile(),
  );
  return get();
});

function toMessage(before: TenantItem, timezone: string | undefined): string {
  return timezone !== undefined && timezone !== before.timezone
    ? `set the workspace's time zone to ${timezone}`
    : "changed the workspace's settings";
}
