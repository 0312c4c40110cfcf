// Channels through which people reach the squad besides the board. Their secrets are in the gateway only.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import type { ActivityType } from "../activity/index.ts";
import * as Activity from "../activity/index.ts";
import { currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { getItem, keys, mainTable, now, queryAll, transact } from "../table/index.ts";
import { changedMeanwhile, retryOnConflict } from "../table/retry.ts";
import { fn } from "../util/fn.ts";
import { lineOf } from "../util/text.ts";

export const channelType = z.enum(["telegram"]);
export type ChannelType = z.output<typeof channelType>;
const channelStatus = z.enum(["disconnected", "connected"]);

const ChannelEntity = new Entity({
  name: "Channel",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    type: string()
      .enum(...channelType.options)
      .key(),
    status: string().enum(...channelStatus.options),
    /** Never a bot's token, which only the gateway has. */
    settings: map({ label: string().optional(), botUsername: string().optional() }),
    connectedAt: string().optional(),
    updatedAt: string(),
    version: number(),
  }),
  computeKey: ({ tenantId, type }) => ({ pk: keys.tenant(tenantId), sk: `CHANNEL#${type}` }),
});
type ChannelItem = FormattedItem<typeof ChannelEntity>;

/** Neither this nor the label may have a colon, so that neither can be a bot's token. */
const botUsername = z
  .string()
  .regex(/^[A-Za-z]\w{3,30}[Bb][Oo][Tt]$/, "must be the user name of a bot, such as acme_bot")
  .describe("The user name of the bot, without @");
const label = lineOf(60).regex(/^[^:]*$/, "must not contain a colon");

export const channel = z
  .object({
    type: channelType,
    status: channelStatus,
    settings: z.object({ label: z.string().optional(), botUsername: z.string().optional() }),
    connectedAt: z.iso.datetime().optional(),
    updatedAt: z.iso.datetime().optional().describe("Absent before the first change"),
    version: z.int().describe("0 before the first change"),
  })
  .meta({ id: "Channel" });
export type Channel = z.output<typeof channel>;

const initialChannel = (type: ChannelType): Channel => ({
  type,
  status: "disconnected",
  settings: {},
  version: 0,
});

async function find(type: ChannelType): Promise<ChannelItem | undefined> {
  return getItem(ChannelEntity, { tenantId: currentTenant(), type });
}

/** Every channel that exists, including those that are not set up. */
export async function list(): Promise<{ items: Channel[] }> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "CHANNEL#" };
  const stored: ChannelItem[] = await Array.fromAsync(queryAll(ChannelEntity, where));
  return {
    items: channelType.options.map(
      (type) => stored.find((each) => each.type === type) ?? initialChannel(type),
    ),
  };
}

export const get = fn(
  channelType,
  async (type): Promise<Channel> => (await find(type)) ?? initialChannel(type),
);

export const settingsInput = z
  .strictObject({
    label: label.nullable().optional().describe("A name for people; null removes it"),
    botUsername: botUsername.nullable().optional(),
    version: z
      .int()
      .optional()
      .describe("The expected version; the change is refused with `conflict` if it is another"),
  })
  .meta({ example: { label: "Our bot", botUsername: "acme_bot" } });

/** Changes the given settings of a channel; absent ones stay. Throws `conflict`. */
export const update = fn(
  z.object({ type: channelType, input: settingsInput }),
  ({ type, input: { version, label, botUsername } }): Promise<Channel> =>
    change(type, "channel_updated", `changed the settings of ${type}`, (before) => {
      if (version !== undefined && version !== before.version) throw changedMeanwhile();
      const settings = {
        label: label === undefined ? before.settings.label : (label ?? undefined),
        botUsername: botUsername === undefined ? before.settings.botUsername : (botUsername ?? undefined),
      };
      const isSame =
        settings.label === before.settings.label && settings.botUsername === before.settings.botUsername;
      return isSame ? undefined : { ...before, settings };
    }),
);

/** Records that the gateway has joined the channel as this bot. */
export const connect = fn(
  z.object({ type: channelType, botUsername }),
  ({ type, botUsername }): Promise<Channel> =>
    change(type, "channel_connected", `connected ${type}`, (before) =>
      before.status === "connected" && before.settings.botUsername === botUsername
        ? undefined
        : {
            ...before,
            status: "connected",
            connectedAt: now(),
            settings: { ...before.settings, botUsername },
          },
    ),
);

/** Records that the gateway has left the channel. A repetition changes nothing. */
export const disconnect = fn(
  channelType,
  (type): Promise<Channel> =>
    change(type, "channel_disconnected", `disconnected ${type}`, (before) =>
      before.status === "disconnected"
        ? undefined
        : { ...before, status: "disconnected", connectedAt: undefined },
    ),
);

async function change(
  type: ChannelType,
  activity: ActivityType,
  message: string,
  decide: (before: Channel) => Channel | undefined,
): Promise<Channel> {
  const from = await Agent.authorOf();
  return retryOnConflict(async () => {
    const before = (await find(type)) ?? initialChannel(type);
    const decided = decide(before);
    if (!decided) return before;
    const after = { ...decided, tenantId: currentTenant(), updatedAt: now(), version: before.version + 1 };
    await transact(
      ChannelEntity.build(PutTransaction)
        .item(after)
        .options({
          condition:
            before.version > 0 ? { attr: "version", eq: before.version } : { attr: "version", exists: false },
        }),
      Activity.activityWrite(activity, from, message),
    );
    return after;
  });
}
