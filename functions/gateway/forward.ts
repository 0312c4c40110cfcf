// The one way to a gateway: finds it, makes it prove that it knows its token, then makes the call.
import { createHash } from "node:crypto";
import { discovery } from "#platform";
import * as gateway from "../../core/squadhub/client.ts";
import { GatewayError } from "../../core/squadhub/errors.ts";
import type { ForwardRequest, ForwardResponse } from "../../platform/types.ts";

const proofLastsMs = 60_000;
const maxProofs = 1000;

/** When each address last proved that it knows a token, oldest first. */
const proofs = new Map<string, number>();

/** Makes `request.call` to the gateway registered as `request.discoveryName`; never throws. */
export async function forward({
  discoveryName,
  gatewayToken,
  call,
}: ForwardRequest): Promise<ForwardResponse> {
  try {
    const connection = await connect(discoveryName, gatewayToken);
    return { ok: true, value: await make(call, connection) };
  } catch (error) {
    if (error instanceof GatewayError) return { ok: false, reason: error.reason, message: error.message };
    console.error("The gateway's address could not be looked up.", error);
    return { ok: false, reason: "unreachable", message: "The gateway's address could not be looked up." };
  }
}

export const handler = forward;

async function connect(discoveryName: string, token: string): Promise<gateway.GatewayConnection> {
  for (const url of await discovery.resolve(discoveryName)) {
    if (await isProven({ url, token })) return { url, token };
  }
  throw new GatewayError("unreachable", "The gateway is not running, or what runs there is not it.");
}

async function isProven(connection: gateway.GatewayConnection): Promise<boolean> {
  const key = `${connection.url} ${createHash("sha256").update(connection.token).digest("hex")}`;
  const provenAt = proofs.get(key);
  if (provenAt !== undefined && Date.now() - provenAt < proofLastsMs) return true;
  proofs.delete(key);
  try {
    if (!(await gateway.prove(connection))) return false;
  } catch (error) {
    // A task that has just gone can still be registered beside its successor.
    if (error instanceof GatewayError) return false;
    throw error;
  }
  proofs.set(key, Date.now());
  for (const oldest of proofs.keys()) {
    if (proofs.size <= maxProofs) break;
    proofs.delete(oldest);
  }
  return true;
}

function make(call: ForwardRequest["call"], connection: gateway.GatewayConnection): Promise<unknown> {
  switch (call.kind) {
    case "health":
      return gateway.health(connection);
    case "send":
      return gateway.send(connection, call);
    case "rpc":
      return gateway.rpc(connection, call.method, call.params);
    case "files":
      return gateway.writeFiles(connection, call);
  }
}
