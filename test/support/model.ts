// The offline model on its own port: it counts requests, signals the end of each turn, and can delay its answers.
import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createOfflineModel, type OfflineTurn } from "../../local/model/server.ts";
import type { ModelProvider } from "../../squadhub/config.ts";

export interface TestModel {
  provider: ModelProvider;
  /** The number of requests so far. */
  calls(): number;
  /** The finished turns, oldest first. */
  turns(): OfflineTurn[];
  /** Resolves when this many turns have ended since the start. */
  ended(turns: number): Promise<void>;
  /** Resolves at the next request. */
  asked(): Promise<unknown>;
  /** Delays all answers until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

export async function aModel(): Promise<TestModel> {
  const model = createOfflineModel();
  const events = new EventEmitter();
  let calls = 0;
  let held: Promise<void> | undefined;
  const server = createServer(async (request, response) => {
    calls++;
    events.emit("asked");
    await held;
    await model.handler(request, response);
    events.emit("answered");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    provider: { kind: "offline", baseUrl: `http://127.0.0.1:${port}/model/v1` },
    calls: () => calls,
    turns: model.turns,
    async ended(turns) {
      while (model.turns().length < turns) await once(events, "answered");
    },
    asked: () => once(events, "asked"),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = undefined;
        resolve();
      };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
