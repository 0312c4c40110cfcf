// The WebSocket API of the local service.
import { expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { createSockets, type LocalSockets, type SocketEvent } from "../../local/sockets.ts";
import { serve } from "../support/serve.ts";

async function sockets(options: { status?: number; pingMs?: number } = {}) {
  const disconnected = Promise.withResolvers<SocketEvent>();
  const connected: SocketEvent[] = [];
  const messages = Promise.withResolvers<SocketEvent>();
  const local: LocalSockets = createSockets(
    {
      onConnect: async (event) => {
        connected.push(event);
        return { statusCode: options.status ?? 200 };
      },
      onDisconnect: async (event) => disconnected.resolve(event),
      onMessage: async (event) => messages.resolve(event),
    },
    { allowedOrigins: ["http://localhost:4000"], pingMs: options.pingMs },
  );
  const { server, port } = await serve();
  local.attach(server, "/ws");
  onTestFinished(() => local.closeAll());
  return { local, connected, disconnected, messages, url: `ws://127.0.0.1:${port}/ws` };
}
const opened = (client: WebSocket) =>
  new Promise<void>((resolve, reject) => client.once("open", resolve).once("error", reject));
const refusal = (client: WebSocket) =>
  new Promise<number>((resolve) => {
    client.on("error", () => undefined);
    client.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
  });

test("reports a connection with its query, delivers data to it, and reports its end", async () => {
  const { local, connected, disconnected, url } = await sockets();
  const client = new WebSocket(`${url}?ticket=abc`, { origin: "http://localhost:4000" });
  const message = new Promise<string>((resolve) => client.once("message", (data) => resolve(String(data))));
  await opened(client);
  const id = connected[0]?.requestContext.connectionId ?? "";
  expect(connected[0]).toMatchObject({
    queryStringParameters: { ticket: "abc" },
    requestContext: { eventType: "CONNECT", routeKey: "$connect" },
  });
  expect(await local.send(id, { type: "hint" })).toBe(true);
  expect(await message).toBe('{"type":"hint"}');
  client.close();
  const { requestContext } = await disconnected.promise;
  expect(requestContext).toMatchObject({ eventType: "DISCONNECT", connectionId: id });
  expect(await local.send(id, {})).toBe(false);
});

test("passes messages to the handler", async () => {
  const { messages, url } = await sockets();
  const client = new WebSocket(url);
  await opened(client);
  client.send("hello");
  const { body, requestContext } = await messages.promise;
  expect([body, requestContext.eventType]).toEqual(["hello", "MESSAGE"]);
  client.terminate();
});

test("refuses with the handler's status, and pages of other origins without asking it", async () => {
  const { connected, url } = await sockets({ status: 401 });
  expect(await refusal(new WebSocket(url))).toBe(401);
  expect(await refusal(new WebSocket(url, { origin: "https://evil.example" }))).toBe(403);
  expect(connected).toHaveLength(1);
  expect(await refusal(new WebSocket(url.replace("/ws", "/other")))).toBe(404);
});

test("drops a peer that does not answer pings, and keeps one that does", async () => {
  const { local, connected, disconnected, url } = await sockets({ pingMs: 20 });
  const alive = new WebSocket(url);
  await opened(alive);
  const pinged = new Promise<void>((resolve) => alive.on("ping", () => resolve()));
  const dead = new WebSocket(url, { autoPong: false });
  await opened(dead);
  const { requestContext } = await disconnected.promise;
  expect(requestContext.connectionId).toBe(connected[1]?.requestContext.connectionId);
  await pinged;
  expect(await local.send(connected[0]?.requestContext.connectionId ?? "", {})).toBe(true);
  alive.terminate();
});

test("closes connections with 1001, so that pages reconnect", async () => {
  const { local, disconnected, url } = await sockets();
  const client = new WebSocket(url);
  const code = new Promise<number>((resolve) => client.once("close", resolve));
  await opened(client);
  await local.closeAll();
  expect(await code).toBe(1001);
  await disconnected.promise;
});
