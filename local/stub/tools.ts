// The tools that a caller with the gateway token can invoke.
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpError, readBody, sendJson } from "./http.ts";
import type { Gateway } from "./state.ts";

/** `{tool}` → `{ok, result: {content, details}}`; 404 for any tool but the two lists. */
export async function invokeTool(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const { tool } = await readBody(request);
  if (typeof tool !== "string" || tool === "") {
    throw new HttpError(400, {
      ok: false,
      error: { type: "invalid_request", message: "tools.invoke requires name" },
    });
  }
  const details = invoke(gateway, tool);
  if (!details) {
    throw new HttpError(404, {
      ok: false,
      error: { type: "not_found", message: `Tool not available: ${tool}` },
    });
  }
  const content = [{ type: "text", text: JSON.stringify(details, null, 2) }];
  sendJson(response, 200, { ok: true, result: { content, details } });
}

function invoke({ config, sessions }: Gateway, tool: string): Record<string, unknown> | undefined {
  if (tool === "agents_list") {
    const agents = [...config.settings().agents.keys()].map((id) => ({ id, configured: true }));
    return { requester: "main", allowAny: true, agents };
  }
  if (tool === "sessions_list") {
    const list = sessions
      .list()
      .map(({ key, updatedAt }) => ({ key, agentId: key.split(":")[1], updatedAt }));
    return { count: list.length, sessions: list, hasMore: false };
  }
  return undefined;
}
