// A chat with a gateway: passes the reply on while the agent writes it. On Lambda, each part is a line of JSON.
import type { Writable } from "node:stream";
import { chat } from "../../core/squadhub/client-chat.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import type { ChatPart, ChatRequest } from "../../platform/types/gateway.ts";
import { connect } from "./connect.ts";

/** Sends `request.message` to the agent and yields its reply; never throws. */
export async function* converse(
  { discoveryName, gatewayToken, ...message }: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatPart, void> {
  let connection: Awaited<ReturnType<typeof connect>>;
  try {
    connection = await connect(discoveryName, gatewayToken);
  } catch (error) {
    if (!(error instanceof Squadhub.GatewayError))
      console.error("The gateway's address could not be looked up.", error);
    const reason = error instanceof Squadhub.GatewayError ? error.reason : "unreachable";
    return yield { kind: "error", reason: signal.aborted ? "broken" : reason };
  }
  yield* chat(connection, message, signal);
}

async function stream(request: ChatRequest, response: Writable): Promise<void> {
  // Lambda does not report that the caller has gone. `hangUp` ends the chat at the gateway, and thereby this loop.
  for await (const part of converse(request, new AbortController().signal))
    if (!response.write(`${JSON.stringify(part)}\n`))
      await new Promise((resolve) => response.once("drain", resolve));
  response.end();
}

/** `awslambda` is a global of Lambda's runtime. Elsewhere middy defines an empty one. */
export const handler = globalThis.awslambda?.streamifyResponse?.(stream) ?? stream;
