// Chats through the streaming forwarder: what its stream becomes, and what the function makes of a chat.
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import {
  InvokeWithResponseStreamCommand,
  type InvokeWithResponseStreamResponseEvent,
  LambdaClient,
} from "@aws-sdk/client-lambda";
import { DiscoverInstancesCommand, ServiceDiscoveryClient } from "@aws-sdk/client-servicediscovery";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handler } from "../../../functions/gateway/converse.ts";
import * as platform from "../../../platform/aws/index.ts";
import type { ChatPart } from "../../../platform/types/gateway.ts";
import { awsError, useSettings } from "./settings.ts";

const lambda = mockClient(LambdaClient);
const cloudMap = mockClient(ServiceDiscoveryClient);
afterEach(() => {
  lambda.reset();
  cloudMap.reset();
  vi.unstubAllEnvs();
});

const request = {
  discoveryName: "squadhub-ten_1",
  gatewayToken: "g",
  agentId: "inky",
  message: "hello",
  key: "cht_1",
};

/** The function streams these pieces of text, and then what `ends` makes. */
function streams(pieces: string[], ends?: () => Promise<InvokeWithResponseStreamResponseEvent>): void {
  async function* events(): AsyncGenerator<InvokeWithResponseStreamResponseEvent> {
    for (const piece of pieces) yield { PayloadChunk: { Payload: Buffer.from(piece) } };
    if (ends) yield await ends();
    else yield { InvokeComplete: {} };
  }
  lambda.on(InvokeWithResponseStreamCommand).resolves({ EventStream: events() });
}

async function parts(signal = new AbortController().signal): Promise<ChatPart[]> {
  return Array.fromAsync(platform.converse(request, signal));
}

describe("a chat", () => {
  beforeEach(() => useSettings(["converse"]));

  it("yields the function's lines, however the stream cuts them", async () => {
    const lines = [
      { kind: "alive" },
      { kind: "text", text: "Grüße 🦞" },
      { kind: "text", text: "!" },
      { kind: "end" },
    ];
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const cut = bytes.indexOf("🦞") + 2;
    async function* events(): AsyncGenerator<InvokeWithResponseStreamResponseEvent> {
      for (const Payload of [bytes.subarray(0, 5), bytes.subarray(5, cut), bytes.subarray(cut)])
        yield { PayloadChunk: { Payload } };
      yield { InvokeComplete: {} };
    }
    lambda.on(InvokeWithResponseStreamCommand).resolves({ EventStream: events() });
    expect(await parts()).toEqual(lines);
    const [call] = lambda.commandCalls(InvokeWithResponseStreamCommand);
    expect(call?.args[0].input.FunctionName).toBe("clawe-dev-chat-forwarder");
    expect(JSON.parse(Buffer.from(call?.args[0].input.Payload as Uint8Array).toString())).toEqual(request);
  });

  it("ends as broken when the function ends without a last part, and passes on nothing of its error", async () => {
    streams(['{"kind":"text","text":"Half"}\n'], async () => ({
      InvokeComplete: { ErrorCode: "Unhandled", ErrorDetails: "Bearer g" },
    }));
    expect(await parts()).toEqual([
      { kind: "text", text: "Half" },
      { kind: "error", reason: "broken" },
    ]);
  });

  it("ends as broken when the stream breaks off", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    streams(['{"kind":"text","text":"Half"}\n'], () => Promise.reject(awsError("TimeoutError")));
    expect((await parts()).at(-1)).toEqual({ kind: "error", reason: "broken" });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it("ends at once when it is aborted, though the function says nothing", async () => {
    streams(['{"kind":"text","text":"Half"}\n'], () => new Promise(() => undefined));
    const stop = new AbortController();
    const seen: ChatPart[] = [];
    for await (const part of platform.converse(request, stop.signal)) {
      seen.push(part);
      stop.abort();
    }
    expect(seen).toEqual([{ kind: "text", text: "Half" }]);
  });

  it("ends as busy when too many run at once, and throws when the function may not be called", async () => {
    lambda.on(InvokeWithResponseStreamCommand).rejectsOnce(awsError("TooManyRequestsException"));
    expect(await parts()).toEqual([{ kind: "error", reason: "busy" }]);
    lambda.on(InvokeWithResponseStreamCommand).rejects(awsError("AccessDeniedException"));
    await expect(parts()).rejects.toThrow("AccessDeniedException");
  });
});

describe("the streaming forwarder", () => {
  beforeEach(() => useSettings(["discovery"]));

  it("writes a line per part, and ends", async () => {
    cloudMap.on(DiscoverInstancesCommand).resolves({ Instances: [] });
    const response = new PassThrough();
    const written = text(response);
    await handler(request, response as never, {} as never);
    expect(await written).toBe('{"kind":"error","reason":"unreachable"}\n');
  });
});
