// What all responses of the API have in common: headers, origins, and the fallback for requests without a route.
import type { Context } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handler as fallback } from "../../../functions/http/fallback.ts";
import { problem } from "../../../functions/http/problem.ts";
import { route } from "../../../functions/http/route.ts";
import { serve } from "../../../functions/http/serve.ts";
import { site } from "../../../platform/local/index.ts";
import { type Call, callApi, eventOf } from "../../support/api-call.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});
beforeEach(() => {
  delete site.allowedOrigins;
});
afterAll(() => world?.close());

const unmatched = (method: string, path: string, call: Call = {}) => {
  const event = eventOf({ method: method as "GET", path }, call);
  return fallback({ ...event, routeKey: "$default" }, {} as Context);
};

describe("every response", () => {
  test("may not be cached, framed, executed or sniffed, and names its request", async () => {
    const found = await callApi("getMe", { token: world.loner.token });
    const failed = await callApi("getMe");
    for (const { headers } of [found, failed, await unmatched("GET", "/nowhere")])
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
        "strict-transport-security": expect.stringContaining("max-age="),
        "x-content-type-options": "nosniff",
        "x-request-id": expect.stringMatching(/^request-\d+$/),
      });
    expect(failed.body).toMatchObject({ requestId: failed.headers["x-request-id"] });
  });

  test("may be read only by pages of our own origin", async () => {
    const { headers } = await callApi("getHealth", { headers: { origin: "https://elsewhere.test" } });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("may be read by pages of configured origins, and no others", async () => {
    site.allowedOrigins = ["https://app.partner.test"];
    const from = async (origin: string) => (await callApi("getHealth", { headers: { origin } })).headers;
    expect(await from("https://app.partner.test")).toMatchObject({
      "access-control-allow-origin": "https://app.partner.test",
      vary: "origin",
    });
    for (const origin of ["https://evil.test", "https://app.partner.test.evil.test", "null"]) {
      const headers = await from(origin);
      expect(headers).not.toHaveProperty("access-control-allow-origin");
      expect(headers.vary).toBe("origin");
    }
  });
});

describe("a handler", () => {
  const access = { kind: "public" } as const;
  const at = { method: "GET", path: "/broken", operationId: "broken", summary: "Fails", access } as const;
  const broken = route({
    ...at,
    handler: () => Promise.reject(new Error("the password is hunter2")),
  });
  const handle = (call: Call = {}, routeKey = "GET /broken") =>
    serve([broken])({ ...eventOf(at, call), routeKey }, {} as Context);

  test("answers an unexpected error with a 500 that reveals only the request's id", async () => {
    const { statusCode, headers, body = "" } = await handle();
    expect(statusCode).toBe(500);
    expect(headers).toMatchObject({
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    });
    expect(body).not.toContain("hunter2");
    const { code, requestId, detail } = problem.parse(JSON.parse(body));
    expect(code).toBe("internal");
    expect(requestId).toBe(headers?.["x-request-id"]);
    expect(detail).toContain(requestId);
  });

  test("answers 404 to a route key that none of its routes has", async () => {
    const { statusCode, body } = await handle({}, "GET /elsewhere");
    expect(statusCode).toBe(404);
    expect(problem.parse(JSON.parse(body ?? ""))).toMatchObject({ code: "not_found" });
  });

  test("reads request headers whatever the case of their names", async () => {
    site.allowedOrigins = ["https://app.partner.test"];
    const { headers } = await handle({ headers: { Origin: "https://app.partner.test" } });
    expect(headers).toMatchObject({ "access-control-allow-origin": "https://app.partner.test" });
  });

  test("refuses a stranger before it reads their body", async () => {
    const call = { text: "{", headers: { "content-type": "text/plain" }, params: world.own.ids };
    expect((await callApi("createTask", call)).status).toBe(401);
    expect((await callApi("createTask", { ...call, token: world.loner.token })).status).toBe(404);
  });
});

describe("a request without a route", () => {
  test("gets a 404 problem", async () => {
    const { statusCode, body } = await unmatched("GET", "/nowhere/at/all");
    expect(statusCode).toBe(404);
    expect(problem.parse(JSON.parse(body ?? ""))).toMatchObject({ code: "not_found", status: 404 });
  });

  test("gets a 405 problem with the path's methods", async () => {
    const { statusCode, headers, body } = await unmatched("DELETE", `/api/t/${world.own.tenantId}/tasks`);
    expect({ statusCode, allow: headers?.allow }).toEqual({ statusCode: 405, allow: "GET, POST" });
    expect(problem.parse(JSON.parse(body ?? ""))).toMatchObject({ code: "method_not_allowed" });
  });

  test("gets preflight headers only from a configured origin", async () => {
    site.allowedOrigins = ["https://app.partner.test"];
    const ask = (origin: string) => unmatched("OPTIONS", "/me", { headers: { origin } });
    expect(await ask("https://app.partner.test")).toMatchObject({
      statusCode: 204,
      headers: {
        "access-control-allow-origin": "https://app.partner.test",
        "access-control-allow-headers": expect.stringContaining("idempotency-key"),
      },
    });
    expect((await ask("https://evil.test")).headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("gets the API's description from /openapi.json", async () => {
    const { statusCode, body } = await unmatched("GET", "/openapi.json");
    expect(statusCode).toBe(200);
    expect(JSON.parse(body ?? "")).toMatchObject({ openapi: "3.1.0" });
  });
});

describe("a body", () => {
  const create = (call: Call) =>
    callApi("createTask", { token: world.own.owner.token, params: world.own.ids, ...call });

  test("may contain a name twice: the last one counts", async () => {
    const { status, body } = await create({ text: '{"title":"First","title":"Second"}' });
    expect({ status, body }).toMatchObject({ status: 201, body: { title: "Second" } });
  });

  test("may contain any complete character", async () => {
    const title = "😀 مرحبا \u{10ffff} 日本語 \u200d é";
    expect((await create({ body: { title } })).body).toMatchObject({ title });
  });

  test("is refused if it was not UTF-8, but not because it contains U+FFFD", async () => {
    const text = '{"title":"caf\ufffd"}';
    expect(await create({ text })).toMatchObject({ status: 201 });
    const sent = String(Buffer.byteLength(text) - 2);
    const headers = { "content-type": "application/json", "content-length": sent };
    expect(await create({ text, headers })).toMatchObject({
      status: 400,
      body: { fields: [{ field: "body" }] },
    });
  });
});

test("reports to operators whether the table responds", async () => {
  const { status, body } = await callApi("getDeepHealth", { token: world.operators.viewer.token });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { ok: true, checks: [{ name: "table", ok: true }] },
  });
});
