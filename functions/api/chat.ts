// Chat with an agent: asked here, answered by the event of what was written, said to pages over their WebSocket.
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
    summary: "Ask an agent; it answers one message at a time, in order, and is woken if it sleeps",
    description:
      'The answer comes over the workspace’s WebSocket as it is said, as `{type: "chat.delta", agentId, id, seq, text}` with `seq` from 0, and is in the list when it is over.',
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
    summary: "The conversation with an agent, newest first",
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
    summary: "End an answer, or take back a message that still waits; what is over stays as it is",
    access: people,
    params: ofAgent.extend({ chatId: idOf("chat") }),
    output: Chat.chat,
    handler: ({ params: { agentId, chatId } }) => Chat.abort({ agentId, chatId }),
  }),
];

export const handler = serve(routes);
