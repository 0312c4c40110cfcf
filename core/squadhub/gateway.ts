// Calls to the current tenant's gateway, through the forwarder.
import { converse, forward, secrets } from "#platform";
import {
  type ChatPart,
  type ChatRequest,
  discoveryName,
  type ForwardRequest,
  type ForwardResponse,
} from "../../platform/types/gateway.ts";
import { currentTenant } from "../actor/index.ts";
import { patchConfig } from "./client.ts";
import { GatewayError } from "./errors.ts";

/** Makes `call`; an answer that says why not instead of an error. */
export async function tryGateway(call: ForwardRequest["call"]): Promise<ForwardResponse> {
  const tenantId = currentTenant();
  const tokens = await secrets.read(tenantId);
  if (!tokens) return { ok: false, reason: "unreachable", message: "The squadhub has no keys." };
  const name = discoveryName(tenantId);
  const answer = await forward({ discoveryName: name, gatewayToken: tokens.gatewayToken, call });
  if (answer.ok || answer.reason !== "unreachable") return answer;
  // A restore may have changed the token since it was read.
  const now = await secrets.read(tenantId, { fresh: true });
  if (!now || now.gatewayToken === tokens.gatewayToken) return answer;
  return forward({ discoveryName: name, gatewayToken: now.gatewayToken, call });
}

/** Makes `call`. Throws `GatewayError`. */
export async function callGateway(call: ForwardRequest["call"]): Promise<unknown> {
  const answer = await tryGateway(call);
  if (!answer.ok) throw new GatewayError(answer.reason, answer.message);
  return answer.value;
}

/** Hands a message to an agent and gives what it says, piece by piece, until `signal` aborts. */
export async function* chatWithAgent(
  message: Omit<ChatRequest, "discoveryName" | "gatewayToken">,
  signal: AbortSignal,
): AsyncGenerator<ChatPart, void> {
  const tenantId = currentTenant();
  const tokens = await secrets.read(tenantId);
  if (!tokens) return yield { kind: "error", reason: "unreachable" };
  const { gatewayToken } = tokens;
  yield* converse({ discoveryName: discoveryName(tenantId), gatewayToken, ...message }, signal);
}

/** Patches the gateway's config as `change` says of the present one; returns whether anything was. Throws `GatewayError`. */
export function patchGateway(
  change: (current: Record<string, unknown>) => Record<string, unknown> | undefined,
): Promise<boolean> {
  return patchConfig((method, params) => callGateway({ kind: "rpc", method, params }), change);
}
