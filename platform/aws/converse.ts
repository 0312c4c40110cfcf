// Chats with agents: streams the answer of the streaming forwarder.
import {
  InvokeWithResponseStreamCommand,
  type InvokeWithResponseStreamResponseEvent,
  LambdaClient,
} from "@aws-sdk/client-lambda";
import * as z from "zod";
import type { ChatPart, ChatRequest } from "../types/gateway.ts";
import { isError } from "./client.ts";
import { once, setting } from "./settings.ts";

// The forwarder sends a sign of life every 15 seconds.
const client = once(
  () =>
    new LambdaClient({
      // With a retry, the agent would get the message twice.
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 1_000, socketTimeout: 60_000 },
    }),
);

const part = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("alive") }),
  z.object({ kind: z.literal("end") }),
  z.object({
    kind: z.literal("error"),
    reason: z.enum(["unreachable", "busy", "refused", "failed", "broken"]),
  }),
]);

type Events = AsyncIterator<InvokeWithResponseStreamResponseEvent>;

export async function* converse(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPart, void> {
  const events = await invoke(request, signal);
  if (typeof events === "string") return yield { kind: "error", reason: events };
  const ended = new Promise<undefined>((resolve) =>
    signal.addEventListener("abort", () => resolve(undefined), { once: true }),
  );
  const decoder = new TextDecoder();
  let rest = "";
  while (!signal.aborted) {
    const event = await Promise.race([nextOf(events), ended]);
    if (signal.aborted) return;
    // A function that crashed or timed out ends without a last part. The reason is in its own log.
    if (!event?.PayloadChunk) return yield { kind: "error", reason: "broken" };
    const lines = (rest + decoder.decode(event.PayloadChunk.Payload, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const parsed = part.parse(JSON.parse(line));
      yield parsed;
      if (parsed.kind === "end" || parsed.kind === "error") return;
    }
  }
}

/** The events of the function's response, or why there is none. */
async function invoke(request: ChatRequest, signal: AbortSignal): Promise<Events | "busy" | "broken"> {
  const command = new InvokeWithResponseStreamCommand({
    FunctionName: setting("CLAWE_CHAT_FORWARDER"),
    Payload: Buffer.from(JSON.stringify(request)),
  });
  try {
    const { EventStream } = await client().send(command, { abortSignal: signal });
    return EventStream?.[Symbol.asyncIterator]() ?? "broken";
  } catch (error) {
    if (signal.aborted) return "broken";
    if (isError(error, "TooManyRequestsException")) return "busy";
    throw error;
  }
}

/** The next event; undefined when the stream is over or has broken off. */
async function nextOf(events: Events): Promise<InvokeWithResponseStreamResponseEvent | undefined> {
  try {
    return (await events.next()).value;
  } catch (error) {
    console.error("The stream of an answer broke off.", error);
    return undefined;
  }
}
