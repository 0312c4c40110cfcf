// Calls to gateways, through the forwarder: it is the only function that can reach them.
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod";
import type { Forward } from "../types/gateway.ts";
import { isError } from "./client.ts";
import { once, setting } from "./settings.ts";

// The forwarder itself may take 60 seconds.
const client = once(
  () => new LambdaClient({ requestHandler: { connectionTimeout: 1_000, requestTimeout: 65_000 } }),
);

const response = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(["unreachable", "busy", "refused"]),
    message: z.string(),
  }),
]);

export const forward: Forward = async (request) => {
  try {
    const { FunctionError, Payload } = await client().send(
      new InvokeCommand({ FunctionName: setting("CLAWE_FORWARDER"), Payload: JSON.stringify(request) }),
    );
    // The error of a crashed function may quote its input, and with it a token: it stays in the function's log.
    if (FunctionError)
      return { ok: false, reason: "unreachable", message: "The gateway could not be called." };
    return response.parse(JSON.parse(Buffer.from(Payload ?? []).toString()));
  } catch (error) {
    if (isError(error, "TooManyRequestsException"))
      return { ok: false, reason: "busy", message: "Too many calls to gateways at once." };
    throw error;
  }
};
