// Channels: where people reach the squad.
import * as z from "zod";
import * as Channel from "../../core/channel/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const ofChannel = inTenant.extend({ channel: Channel.channelType });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/channels",
    operationId: "listChannels",
    summary: "List every channel and whether it is connected",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: inTenant,
    output: z.object({ items: z.array(Channel.channel) }),
    handler: Channel.list,
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/channels/{channel}",
    operationId: "getChannel",
    summary: "Get a channel",
    access: { kind: "tenant", role: "viewer", machine: true },
    params: ofChannel,
    output: Channel.channel,
    handler: ({ params }) => Channel.get(params.channel),
  }),
  route({
    method: "PATCH",
    path: "/t/{tenantId}/channels/{channel}",
    operationId: "updateChannel",
    summary: "Change a channel's label or bot name",
    description: "Do not send a bot's token here.",
    access: { kind: "tenant", role: "admin", machine: false },
    errors: ["conflict"],
    params: ofChannel,
    body: Channel.settingsInput,
    output: Channel.channel,
    handler: ({ params, body }) => Channel.update({ type: params.channel, input: body }),
  }),
];

export const handler = serve(routes);
