// The administrative RPC methods that the control plane uses.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isRecord } from "../json.ts";
import { HttpError, readBody, sendJson } from "./http.ts";
import type { Gateway } from "./state.ts";

/** `{method, params}` → `{id, ok, payload}`, or a 400 with `{id, ok, error}`. */
export async function adminRpc(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const { method, params } = await readBody(request);
  if (typeof method !== "string" || method === "") {
    const error = { type: "invalid_request", message: "method must be a non-empty string" };
    throw new HttpError(400, { ok: false, error });
  }
  const id = randomUUID();
  try {
    const payload = call(gateway, method, isRecord(params) ? params : {});
    sendJson(response, 200, { id, ok: true, payload });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, 400, { id, ok: false, error: { code: "INVALID_REQUEST", message } });
  }
}

function call({ config }: Gateway, method: string, params: Record<string, unknown>): unknown {
  switch (method) {
    case "config.get":
      return config.show();
    case "config.patch":
      config.patch(params.raw, params.baseHash);
      return { ok: true, config: config.show().config };
    case "agents.list": {
      const agents = [...config.settings().agents.values()].map(({ id, name, emoji, workspace }) => ({
        id,
        name,
        identity: { name, emoji },
        workspace,
      }));
      return { defaultId: agents[0]!.id, mainKey: "main", agents };
    }
    default:
      throw new Error(`admin HTTP RPC method is not supported: ${method}`);
  }
}
