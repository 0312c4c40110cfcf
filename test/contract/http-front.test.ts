// What stands between the network and the handlers on a laptop: API, sockets, static files, mail and ports.
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { afterEach, describe, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { type ApiRoute, createApi } from "../../local/api-gateway.ts";
import { createOutbox } from "../../local/outbox.ts";
import { listenOnFreePort } from "../../local/ports.ts";
import { createSockets, type LocalSockets, type SocketEvent } from "../../local/sockets.ts";
import { createStatic } from "../../local/static.ts";
import { openTableEngine } from "../../local/table/engine.ts";

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function serve(listener?: RequestListener): Promise<{ server: Server; origin: string; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => closeServer(server));
  const { port } = server.address() as AddressInfo;
  return { server, port, origin: `http://127.0.0.1:${port}` };
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-front-"));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Sends the path as it is: `fetch` would tidy it up. */
function rawGet(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, host: "127.0.0.1" }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject).end();
  });
}

describe("the API gateway", () => {
  const echo: ApiRoute["handler"] = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });

  async function api(routes: ApiRoute[], options: { timeoutMs?: number; maxBodyBytes?: number } = {}) {
    return serve(createApi({ routes, prefix: "/api", ...options }));
  }
  async function event(response: Response): Promise<APIGatewayProxyEventV2> {
    return (await response.json()) as APIGatewayProxyEventV2;
  }

  test("passes an event in payload format 2.0 to the handler", async () => {
    const { origin } = await api([{ method: "POST", path: "/t/{tenantId}/tasks/{taskId}", handler: echo }]);
    const response = await fetch(`${origin}/api/t/ten_1/tasks/a%20b%2Fc?tag=x&tag=y&q=%C3%A9`, {
      method: "POST",
      headers: { "X-Custom": "Yes", cookie: "a=1; b=2", "content-type": "application/json" },
      body: '{"title":"é"}',
    });
    expect(await event(response)).toMatchObject({
      version: "2.0",
      routeKey: "POST /t/{tenantId}/tasks/{taskId}",
      rawPath: "/t/ten_1/tasks/a%20b%2Fc",
      rawQueryString: "tag=x&tag=y&q=%C3%A9",
      cookies: ["a=1", "b=2"],
      headers: { "x-custom": "Yes" },
      queryStringParameters: { tag: "x,y", q: "é" },
      pathParameters: { tenantId: "ten_1", taskId: "a b/c" },
      requestContext: { http: { method: "POST", sourceIp: "127.0.0.1" }, stage: "$default" },
      body: '{"title":"é"}',
      isBase64Encoded: false,
    });
  });

  test("encodes binary requests, and decodes binary responses", async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const { origin } = await api([
      { method: "PUT", path: "/echo", handler: echo },
      {
        method: "GET",
        path: "/picture",
        handler: async () => ({
          statusCode: 200,
          headers: { "Content-Type": "image/png" },
          cookies: ["a=1", "b=2"],
          body: bytes.toString("base64"),
          isBase64Encoded: true,
        }),
      },
    ]);
    const put = await fetch(`${origin}/api/echo`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    });
    expect(await event(put)).toMatchObject({ isBase64Encoded: true, body: bytes.toString("base64") });
    const picture = await fetch(`${origin}/api/picture`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(picture.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(bytes);
  });

  test("prefers literal segments to parameters, and falls back to parameters", async () => {
    const name =
      (text: string): ApiRoute["handler"] =>
      async () => ({ statusCode: 200, body: text });
    const { origin } = await api([
      { method: "GET", path: "/t/{id}", handler: name("one") },
      { method: "GET", path: "/t/mine", handler: name("mine") },
      { method: "GET", path: "/t/{id}/tasks", handler: name("tasks") },
      { method: "DELETE", path: "/t/mine", handler: name("delete") },
    ]);
    const get = async (path: string) => (await fetch(origin + path)).text();
    expect(await get("/api/t/ten_1")).toBe("one");
    expect(await get("/api/t/mine")).toBe("mine");
    expect(await get("/api/t/mine/tasks")).toBe("tasks");
    expect(await get("/api/t/ten_1/tasks/")).toBe("tasks");
  });

  test("refuses requests with problem details", async () => {
    const { origin, port } = await api([{ method: "GET", path: "/t/{id}", handler: echo }]);
    const nowhere = await fetch(`${origin}/api/nowhere`);
    expect(nowhere.status).toBe(404);
    expect(nowhere.headers.get("content-type")).toBe("application/problem+json");
    expect(await nowhere.json()).toMatchObject({ status: 404, code: "not_found", title: "Not Found" });
    const method = await fetch(`${origin}/api/t/1`, { method: "DELETE" });
    expect([method.status, method.headers.get("allow")]).toEqual([405, "GET"]);
    expect(await rawGet(port, "/api/t/%E0%A4%A")).toBe(400);
  });

  test("refuses a body that is too large, and keeps serving the connection", async () => {
    const { origin } = await api([{ method: "POST", path: "/echo", handler: echo }], { maxBodyBytes: 1000 });
    const declared = await fetch(`${origin}/api/echo`, { method: "POST", body: "x".repeat(1001) });
    expect(declared.status).toBe(413);
    expect(await declared.json()).toMatchObject({ code: "too_large" });
    const stream = new Blob(["x".repeat(300_000)]).stream();
    const chunked: RequestInit & { duplex: "half" } = { method: "POST", body: stream, duplex: "half" };
    const streamed = await fetch(`${origin}/api/echo`, chunked);
    expect(streamed.status).toBe(413);
    expect((await fetch(`${origin}/api/echo`, { method: "POST", body: "x".repeat(1000) })).status).toBe(200);
  });

  test("cuts off a client that sends more than 10 MB", async () => {
    const { port } = await api([{ method: "POST", path: "/echo", handler: echo }]);
    const sent = await new Promise<number>((resolve) => {
      const request = httpRequest({ port, host: "127.0.0.1", path: "/api/echo", method: "POST" });
      let written = 0;
      const chunk = Buffer.alloc(256 * 1024);
      const more = () => {
        written += chunk.length;
        if (written > 100 * 1024 * 1024) request.destroy();
        else request.write(chunk, (error) => error || more());
      };
      request.on("response", (response) => response.resume());
      request.on("error", () => undefined);
      request.on("close", () => resolve(written));
      more();
    });
    expect(sent).toBeLessThan(50 * 1024 * 1024);
  });

  test("answers 503 for a slow handler, and 500 without details for a failing one", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failing = async () => {
      throw new Error("the password is hunter2");
    };
    const { origin } = await api(
      [
        { method: "GET", path: "/slow", handler: () => new Promise(() => undefined) },
        { method: "GET", path: "/bad", handler: failing },
      ],
      { timeoutMs: 20 },
    );
    const slow = await fetch(`${origin}/api/slow`);
    expect([slow.status, slow.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
    const bad = await fetch(`${origin}/api/bad`);
    expect(bad.status).toBe(500);
    expect(await bad.text()).not.toContain("hunter2");
    expect(log).toHaveBeenCalledOnce();
  });

  test("throws for two routes of the same shape", () => {
    const routes = [
      { method: "GET", path: "/t/{a}", handler: echo },
      { method: "GET", path: "/t/{b}", handler: echo },
    ];
    expect(() => createApi({ routes, prefix: "/api" })).toThrow("Two routes for GET /t/{b}");
  });
});

describe("sockets", () => {
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
    cleanups.push(() => local.closeAll());
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
});

describe("static files", () => {
  const PAGE = `<!doctype html><title>Clawe</title>${" ".repeat(2000)}`;

  async function site() {
    const directory = await temporaryDirectory();
    const root = join(directory, "dist");
    await mkdir(join(root, "assets"), { recursive: true });
    await writeFile(join(directory, "secret.txt"), "secret");
    await writeFile(join(root, "index.html"), PAGE);
    await writeFile(join(root, "assets", "index-B2xk9f_1.js"), "export {};");
    await writeFile(join(root, "favicon.svg"), "<svg/>");
    await symlink(join(directory, "secret.txt"), join(root, "link.txt"));
    return { root, ...(await serve(createStatic(root))) };
  }

  test("serves the app's page for its own addresses, and 404 for missing files", async () => {
    const { origin } = await site();
    for (const path of ["/", "/t/acme/board", "/callback?code=1"]) {
      const answer = await fetch(origin + path);
      expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect((await fetch(`${origin}/assets/missing.js`)).status).toBe(404);
    expect((await fetch(origin, { method: "POST" })).status).toBe(405);
  });

  test("lets files with a hash in their name be cached for ever", async () => {
    const { origin } = await site();
    const asset = await fetch(`${origin}/assets/index-B2xk9f_1.js`);
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const icon = await fetch(`${origin}/favicon.svg`);
    expect(icon.headers.get("cache-control")).toBe("no-cache");
    expect(icon.headers.get("content-type")).toBe("image/svg+xml");
  });

  test("answers 304 for an unchanged file", async () => {
    const { origin, root } = await site();
    const etag = (await fetch(origin)).headers.get("etag") ?? "";
    // As a browser revalidates; left alone, fetch adds `no-cache`, which asks for the whole file.
    const revalidate = (tags: string) =>
      fetch(origin, { headers: { "if-none-match": tags, "cache-control": "max-age=0" } });
    const again = await revalidate(`"other", ${etag}`);
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await writeFile(join(root, "index.html"), "new");
    await utimes(join(root, "index.html"), 1, 1);
    const changed = await revalidate(etag);
    expect([changed.status, await changed.text()]).toEqual([200, "new"]);
  });

  test("compresses for clients that accept it", async () => {
    const { port } = await site();
    const read = (encoding: string) =>
      new Promise<{ encoding?: string; bytes: Buffer }>((resolve, reject) => {
        const headers = { "accept-encoding": encoding };
        const request = httpRequest({ port, host: "127.0.0.1", path: "/", headers }, async (response) => {
          const bytes = Buffer.concat(await response.toArray());
          resolve({ encoding: response.headers["content-encoding"], bytes });
        });
        request.on("error", reject).end();
      });
    const zipped = await read("gzip");
    expect([zipped.encoding, gunzipSync(zipped.bytes).toString()]).toEqual(["gzip", PAGE]);
    const smaller = await read("br, gzip");
    expect([smaller.encoding, brotliDecompressSync(smaller.bytes).toString()]).toEqual(["br", PAGE]);
    expect(await read("gzip;q=0")).toEqual({ encoding: undefined, bytes: Buffer.from(PAGE) });
  });

  test("serves no file outside of the directory", async () => {
    const { port } = await site();
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/link.txt",
      "/a%00.txt",
    ]) {
      expect(await rawGet(port, path)).toBe(404);
    }
    expect(await rawGet(port, "/%E0%A4%A")).toBe(400);
  });
});

describe("the outbox", () => {
  async function outbox() {
    const directory = await temporaryDirectory();
    const engine = await openTableEngine({ directory });
    cleanups.push(() => engine.close());
    const box = createOutbox(engine.store);
    return { box, ...(await serve((request, response) => void box.handler(request, response))) };
  }
  const mail = (key: string) => ({ to: "ada@example.com", subject: key, text: "Hello", idempotencyKey: key });

  test("lists the newest e-mail first, and each key once", async () => {
    const { box } = await outbox();
    await Promise.all([box.send(mail("a")), box.send(mail("b")), box.send(mail("a"))]);
    expect((await box.list()).map(({ subject }) => subject)).toEqual(["b", "a"]);
  });

  test("keeps the latest 200 e-mails", async () => {
    const { box } = await outbox();
    for (let index = 0; index < 203; index += 1) await box.send(mail(`mail ${index}`));
    const kept = await box.list();
    expect(kept).toHaveLength(200);
    expect([kept[0]?.subject, kept.at(-1)?.subject]).toEqual(["mail 202", "mail 3"]);
  });

  test("shows the e-mails as a page and as JSON", async () => {
    const { box, origin } = await outbox();
    await box.send(mail("<b>Hi</b>"));
    const page = await (await fetch(`${origin}/outbox`)).text();
    expect(page).toContain("&lt;b&gt;Hi&lt;/b&gt;");
    const json = await (await fetch(`${origin}/outbox.json`)).json();
    expect(json).toMatchObject({
      messages: [{ to: "ada@example.com", subject: "<b>Hi</b>", text: "Hello" }],
    });
  });
});

describe("the port", () => {
  const reach = (port: number, host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, host, () => resolve(true));
      socket.on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });

  test("takes the next port when the wanted one is taken", async () => {
    const { port: taken } = await serve();
    const server = createServer();
    cleanups.push(() => closeServer(server));
    const port = await listenOnFreePort(server, taken);
    expect(port).toBeGreaterThan(taken);
    expect(port).toBeLessThanOrEqual(taken + 50);
    expect(await reach(port, "127.0.0.1")).toBe(true);
  });

  test("takes the wanted port on IPv4 and IPv6 when it is free", async () => {
    const server = createServer((_request, response) => response.end("here"));
    const port = await listenOnFreePort(server, 0);
    expect(await (await fetch(`http://localhost:${port}`)).text()).toBe("here");
    const hasIpv6 = await reach(port, "::1");
    if (hasIpv6) expect(await (await fetch(`http://[::1]:${port}`)).text()).toBe("here");
    await closeServer(server);
    expect(await reach(port, "::1")).toBe(false);
  });
});
