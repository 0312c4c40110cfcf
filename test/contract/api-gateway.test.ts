// The API Gateway of the local service: events, routes, limits and refusals.
import { request as httpRequest } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, onTestFinished, test, vi } from "vitest";
import { type ApiRoute, createApi } from "../../local/api-gateway.ts";
import { rawGet, serve } from "../support/serve.ts";

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
  onTestFinished(() => log.mockRestore());
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
