// The only way to a gateway: finds it, lets it prove that it knows its token, then makes the call.
import * as gateway from "../../core/squadhub/client.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import type { ForwardRequest, ForwardResponse } from "../../platform/types/gateway.ts";
import { connect } from "./connect.ts";

/** Makes `request.call` to the gateway registered as `request.discoveryName`; never throws. */
export async function forward({
  discoveryName,
  gatewayToken,
  call,
}: ForwardRequest): Promise<ForwardResponse> {
  try {
    const connection = await connect(discoveryName, gatewayToken);
    return { ok: true, value: await perform(call, connection) };
  } catch (error) {
    if (error instanceof Squadhub.GatewayError)
      return { ok: false, reason: error.reason, message: error.message };
    console.error("The gateway's address could not be looked up.", error);
    return { ok: false, reason: "unreachable", message: "The gateway's address could not be looked up." };
  }
}

export const handler = forward;

function perform(call: ForwardRequest["call"], connection: gateway.GatewayConnection): Promise<unknown> {
  switch (call.kind) {
    case "health":
      return gateway.health(connection);
    case "send":
      return gateway.send(connection, call);
    case "rpc":
      return gateway.rpc(connection, call.method, call.params);
    case "hangUp":
      return gateway.hangUp(connection, call.key);
    case "files":
      return gateway.writeFiles(connection, call);
  }
}
