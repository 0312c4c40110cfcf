// Chat with an agent. A message is only stored here; its change event makes the agent reply, and the reply goes to open
// pages over their WebSocket.
import * as z from "zod";
import * as Agent from "../../core/agent/index.ts";
import * as Chat from "../../core/chat/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const ofAgent = z.object({ tenantId: idOf("tenant"), agentId: Agent.agentId });
const people = { kind: "tenant", role: "member", machine: false } as const;

export const routes = [
  route({
    method: "POST",
    path: "/t/{tenantId}/agents/{agentId}/chat",
    operationId: "askAgent",
    summary: "Send a chat message to an agent",
    description:
      'An agent replies to one message at a time, in order. A sleeping squadhub is woken. The reply arrives over the workspace’s WebSocket while the agent writes it, as `{type: "chat.delta", agentId, id, seq, text}` with `seq` counting from 0. The complete reply is in the list of messages.',
    access: people,
    errors: ["conflict"],
    params: ofAgent,
    body: Chat.askInput,
    output: Chat.chat,
    status: 202,
    handler: ({ params, body }) => Chat.ask({ agentId: params.agentId, input: body }),
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/agents/{agentId}/chat",
    operationId: "listChat",
    summary: "List the conversation with an agent, newest first",
    access: { ...people, role: "viewer" },
    params: ofAgent,
    query: pageQuery,
    output: pageOf(Chat.chat),
    handler: ({ params, query }) => Chat.list({ agentId: params.agentId, page: query }),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/agents/{agentId}/chat/{chatId}/abort",
    operationId: "abortChat",
    summary: "Stop a reply, or withdraw a message that is still waiting",
    description: "A reply that is complete does not change.",
    access: people,
    params: ofAgent.extend({ chatId: idOf("chat") }),
    output: Chat.chat,
    handler: ({ params: { agentId, chatId } }) => Chat.abort({ agentId, chatId }),
  }),
];

export const handler = serve(routes);
