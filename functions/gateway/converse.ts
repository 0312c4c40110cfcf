// The same way to a gateway for a chat: its answer is passed on as it is said. On Lambda as lines of JSON.
import type { Writable } from "node:stream";
import { chat } from "../../core/squadhub/client-chat.ts";
import * as Squadhub from "../../core/squadhub/index.ts";
import type { ChatPart, ChatRequest } from "../../platform/types/gateway.ts";
import { connect } from "./connect.ts";

/** Hands `request.message` to the agent; never throws. */
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
  // Lambda does not tell that the caller has gone: `hangUp` ends the gateway's side, and so this.
  for await (const part of converse(request, new AbortController().signal))
    if (!response.write(`${JSON.stringify(part)}\n`))
      await new Promise((resolve) => response.once("drain", resolve));
  response.end();
}

/** `awslambda` is a global of Lambda's own runtime; elsewhere middy makes an empty one. */
export const handler = globalThis.awslambda?.streamifyResponse?.(stream) ?? stream;
