// For every route: who may call it, and that nobody else can.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../../core/actor/index.ts";
import type { Route } from "../../../functions/http/route.ts";
import { exampleBodyOf, queryOf } from "../../support/api-bodies.ts";
import { type Answered, allRoutes, callApi } from "../../support/api-call.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

let world: ApiWorld;
let tried = 0;
beforeAll(async () => {
  world = await anApiWorld();
});
afterAll(async () => {
  console.log(`roles: ${allRoutes.length} routes, ${tried} requests`);
  await world?.close();
});

const rising: Role[] = ["viewer", "member", "admin", "owner"];
/** Writes that a viewer may make: they change nothing that others see. */
const viewerWrites = ["issueSocketTicket", "leaveAccount", "openTenant"];

async function callAs(route: Route, token: string | undefined): Promise<Answered> {
  tried += 1;
  const { operationId } = route;
  const body = exampleBodyOf(operationId, world.own);
  return callApi(operationId, { token, params: world.own.ids, query: queryOf(route), body });
}

async function expectRefusal(route: Route, token: string | undefined, status: number): Promise<void> {
  const answered = await callAs(route, token);
  expect(answered).toMatchObject({ status, body: { status } });
  expect(world.changes()).toEqual([]);
}

const guarded = allRoutes.filter(({ route }) => route.access.kind !== "public");

describe.each(guarded)("$route.method $route.path", ({ route }) => {
  const { access, method, operationId } = route;

  test("refuses callers without a live token", async () => {
    const { tokens, own } = world;
    const session = "session of owner";
    const seconds = Math.floor(Date.now() / 1000);
    const dead = {
      none: undefined,
      garbage: "garbage",
      "three parts of garbage": "a.b.c",
      expired: await tokens.sign("owner", session, { exp: seconds - 60 }),
      "for somebody else": await tokens.sign("owner", session, { aud: "https://elsewhere.test" }),
      "of another issuer": await tokens.sign("owner", session, { iss: "https://elsewhere.test" }),
      "an id token": await tokens.sign("owner", session, { token_use: "id" }),
      unsigned: `${own.owner.token.split(".").slice(0, 2).join(".")}.`,
      "an unknown squadhub token": `sqh.${own.tenantId}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`,
      "half a squadhub token": "sqh.",
    };
    for (const token of Object.values(dead)) await expectRefusal(route, token, 401);
    const ended = await tokens.sign("owner", "a session that was never begun");
    if (access.kind !== "token") await expectRefusal(route, ended, 401);
  });

  const least = access.kind === "account" || access.kind === "tenant" ? access.role : undefined;
  const smaller = least ? rising.slice(0, rising.indexOf(least)) : [];
  if (smaller.length > 0)
    test("refuses a role that is too low", async () => {
      for (const role of smaller) await expectRefusal(route, world.members[role].token, 403);
    });

  if (method !== "GET" && least === "viewer")
    test("is one of the writes that a viewer may make", () => {
      expect(viewerWrites).toContain(operationId);
    });

  const forMachines = access.kind === "machine" || (access.kind === "tenant" && access.machine);
  if (access.kind !== "token" && !forMachines)
    test("refuses agents", async () => {
      await expectRefusal(route, world.own.machine, 403);
    });

  if (access.kind === "machine")
    test("refuses people", async () => {
      for (const role of rising) await expectRefusal(route, world.members[role].token, 403);
    });

  if (access.kind === "operator")
    test("refuses everybody but operators of a sufficient role", async () => {
      await expectRefusal(route, world.members.owner.token, 403);
      const rising = ["viewer", "manager", "admin"] as const;
      for (const role of rising.slice(0, rising.indexOf(access.role)))
        await expectRefusal(route, world.operators[role].token, 403);
    });

  if (["account", "tenant", "machine"].includes(access.kind))
    test("answers strangers as if the object did not exist", async () => {
      await expectRefusal(route, world.loner.token, 404);
      await expectRefusal(route, world.other.owner.token, 404);
    });
});

test("none of these requests scanned the table or left its actor's partitions", () => {
  expect([...world.watch.violations]).toEqual([]);
});
