// A tenant's settings, and what of them can still be changed.
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $add, $remove } from "dynamodb-toolbox/entity/actions/update/symbols";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { currentUser } from "../actor/index.ts";
import { now, transact, unlessChanged } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { get, goal, leadName, type Tenant, timezone } from "./create.ts";
import { current, TenantEntity, type TenantItem } from "./entity.ts";

export const settingsInput = z.strictObject({
  version: z.int().positive().describe("The version that the change was made from"),
  goal: goal.nullable().optional().describe("What the squad is for; null removes it"),
  timezone: timezone.optional(),
  leadName: leadName.optional().describe("Name of the lead agent; only while the workspace is a draft"),
});

/**
 * Changes the settings. Another time zone makes the schedules of all routines follow, by its own change event.
 * Throws `invalid` for the lead's name once the squad exists, `conflict` when somebody was faster.
 */
export const update = fn(settingsInput, async ({ version, goal, ...input }): Promise<Tenant> => {
  const before = await current();
  const { tenantId } = before;
  const isDraft = before.status === "draft";
  if (input.leadName !== undefined && input.leadName !== before.leadName && !isDraft) {
    const message = "is fixed once the squad exists";
    throw new VisibleError("invalid", `body.leadName: ${message}`, {
      fields: [{ field: "body.leadName", message }],
    });
  }
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
  const told = Activity.activityWrite(
    "tenant_changed",
    { type: "user", id, name },
    sentenceOf(before, input.timezone),
  );
  await unlessChanged(
    () => transact(write, ...(isDraft ? [] : [told])),
    () => new VisibleError("conflict", "The settings have changed meanwhile. Load them again and repeat it."),
  );
  return get();
});

function sentenceOf(before: TenantItem, timezone: string | undefined): string {
  return timezone !== undefined && timezone !== before.timezone
    ? `set the workspace's time zone to ${timezone}`
    : "changed the workspace's settings";
}
