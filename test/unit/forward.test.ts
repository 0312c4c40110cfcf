// The forwarder sends a gateway's token only to an address that has proven to know it.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forward } from "../../functions/gateway/forward.ts";
import type { ForwardRequest } from "../../platform/types/gateway.ts";

const resolve = vi.hoisted(() => vi.fn<(name: string) => Promise<string[]>>());
vi.mock("#platform", () => ({ discovery: { resolve } }));

const stops: (() => Promise<unknown>)[] = [];
let requests: { path: string; authorization: string | undefined }[];
beforeEach(() => {
  requests = [];
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A gateway that knows `token` and answers every call with `status` and `answer`. */
async function gatewayKnowing(
  token: string,
  status = 200,
  answer: unknown = { accepted: true },
): Promise<string> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    requests.push({ path, authorization: request.headers.authorization });
    if (path === "/clawe/prove") {
      const { nonce } = (await json(request)) as { nonce: string };
      const proof = createHmac("sha256", token).update(`clawe-prove:${nonce}`).digest("hex");
      response.end(JSON.stringify({ proof }));
    } else {
      response.writeHead(status).end(JSON.stringify(answer));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const requestFor = (gatewayToken: string): ForwardRequest => ({
  discoveryName: "squadhub-ten_1",
  gatewayToken,
  call: { kind: "send", agentId: "main", message: "hello", idempotencyKey: "key-1" },
});

test("makes the call with the token after the address has proven to know it", async () => {
  resolve.mockResolvedValue([await gatewayKnowing("secret", 202, { accepted: true, duplicate: true })]);
  expect(await forward(requestFor("secret"))).toEqual({ ok: true, value: { duplicate: true } });
  expect(requests).toEqual([
    { path: "/clawe/prove", authorization: undefined },
    { path: "/clawe/send", authorization: "Bearer secret" },
  ]);
});

test("does not count a success without acceptance as a delivery", async () => {
  resolve.mockResolvedValue([await gatewayKnowing("secret", 200, { hello: "from a proxy" })]);
  expect(await forward(requestFor("secret"))).toMatchObject({ ok: false, reason: "unreachable" });
});

test("remembers a proof for a while, and only for that token", async () => {
  resolve.mockResolvedValue([await gatewayKnowing("secret", 202)]);
  await forward(requestFor("secret"));
  await forward(requestFor("secret"));
  expect(await forward(requestFor("another"))).toMatchObject({ ok: false, reason: "unreachable" });
  const paths = requests.map(({ path }) => path);
  expect(paths).toEqual(["/clawe/prove", "/clawe/send", "/clawe/send", "/clawe/prove"]);
});

test("never sends the token to another tenant's gateway, and finds the right gateway at the next address", async () => {
  const stranger = await gatewayKnowing("of another tenant", 202);
  resolve.mockResolvedValue([stranger]);
  expect(await forward(requestFor("secret"))).toMatchObject({ ok: false, reason: "unreachable" });
  expect(requests.every(({ authorization }) => authorization === undefined)).toBe(true);

  resolve.mockResolvedValue([stranger, await gatewayKnowing("secret", 202)]);
  expect(await forward(requestFor("secret"))).toMatchObject({ ok: true });
});

test("answers unreachable when no gateway runs, when none responds and when the look-up fails", async () => {
  const unreachable = { ok: false, reason: "unreachable", message: expect.any(String) };
  resolve.mockResolvedValue([]);
  expect(await forward(requestFor("secret"))).toEqual(unreachable);
  resolve.mockResolvedValue(["http://127.0.0.1:9"]);
  expect(await forward(requestFor("secret"))).toEqual(unreachable);
  const log = vi.spyOn(console, "error").mockReturnValue();
  resolve.mockRejectedValue(new Error("throttled"));
  expect(await forward(requestFor("secret"))).toEqual(unreachable);
  log.mockRestore();
});

test.each([
  [409, "busy"],
  [503, "busy"],
  [400, "refused"],
  // The token was rotated meanwhile: the next call reads the new one.
  [401, "unreachable"],
  [404, "refused"],
])("maps a gateway's %i to %s without repeating its message", async (status, reason) => {
  resolve.mockResolvedValue([await gatewayKnowing("secret", status, { error: { message: "sk-private" } })]);
  const response = await forward(requestFor("secret"));
  expect(response).toMatchObject({ ok: false, reason });
  expect(JSON.stringify(response)).not.toContain("sk-private");
});
