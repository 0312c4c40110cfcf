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

/** Makes `call`. A failure is an answer with its reason, not an error. */
export async function tryGateway(call: ForwardRequest["call"]): Promise<ForwardResponse> {
  const tenantId = currentTenant();
  const tokens = await secrets.read(tenantId);
  if (!tokens) return { ok: false, reason: "unreachable", message: "The squadhub has no keys." };
  const name = discoveryName(tenantId);
  const answer = await forward({ discoveryName: name, gatewayToken: tokens.gatewayToken, call });
  if (answer.ok || answer.reason !== "unreachable") return answer;
  // A restore may have replaced the token since it was read.
  const fresh = await secrets.read(tenantId, { fresh: true });
  if (!fresh || fresh.gatewayToken === tokens.gatewayToken) return answer;
  return forward({ discoveryName: name, gatewayToken: fresh.gatewayToken, call });
}

/** Makes `call`. Throws `GatewayError`. */
export async function callGateway(call: ForwardRequest["call"]): Promise<unknown> {
  const answer = await tryGateway(call);
  if (!answer.ok) throw new GatewayError(answer.reason, answer.message);
  return answer.value;
}

/** Sends a message to an agent and yields its answer part by part, until `signal` aborts. */
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

/** Patches the gateway's config with what `change` makes of the current one. Returns whether anything was patched. Throws `GatewayError`. */
export function patchGateway(
  change: (current: Record<string, unknown>) => Record<string, unknown> | undefined,
): Promise<boolean> {
  return patchConfig((method, params) => callGateway({ kind: "rpc", method, params }), change);
}
