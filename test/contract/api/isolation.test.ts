// For every id in every path: another customer's object does not exist, and nothing of theirs changes.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeCursor, keys } from "../../../core/table/index.ts";
import type { Route } from "../../../functions/http/route.ts";
import type { Json } from "../../../scripts/openapi/example.ts";
import { bodySchemaOf, exampleBodyOf, queryOf } from "../../support/api-bodies.ts";
import { allRoutes, callApi } from "../../support/api-call.ts";
import { parametersOf } from "../../support/api-ids.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

let world: ApiWorld;
let before: string;
let tried = 0;
beforeAll(async () => {
  world = await anApiWorld();
  before = await partitions(world.other);
});
afterAll(async () => {
  console.log(`isolation: ${allRoutes.length} routes, ${tried} requests`);
  await world?.close();
});

/** Everything in the partitions of a workspace and its account, byte for byte. */
async function partitions({ tenantId, accountId }: { tenantId: string; accountId: string }): Promise<string> {
  const found: unknown[] = [];
  for (const pk of [keys.tenant(tenantId), keys.account(accountId)]) {
    const { Items } = await world.engine.call("Query", {
      TableName: "clawe",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: pk } },
      ConsistentRead: true,
    });
    found.push(Items);
  }
  return JSON.stringify(found);
}

/** Ids that mean the same in every workspace, so that no other customer's exist. */
const shared = new Set(["agentId", "channel"]);

/** Who may call the route in their own workspace. */
function callersOf({ access }: Route): string[] {
  const least = world.leastToken(access);
  const people = access.kind === "machine" || !least ? [] : [least];
  const isForAgents = access.kind === "machine" || (access.kind === "tenant" && access.machine);
  return [...people, ...(isForAgents ? [world.own.machine] : [])];
}

/** Path parameters that can name another customer's object. Operators may see all tenants. */
const foreignParameters = ({ access, path }: Route) =>
  access.kind === "operator" ? [] : parametersOf(path).filter((name) => !shared.has(name));
const withForeign = allRoutes.filter(({ route }) => foreignParameters(route).length > 0);

describe.each(withForeign)("$route.method $route.path", ({ route }) => {
  const { operationId } = route;
  const foreign = foreignParameters(route);

  test("finds nothing of another customer's", async () => {
    for (const token of callersOf(route))
      for (const name of foreign) {
        tried += 1;
        const params = { ...world.own.ids, [name]: world.other.ids[name]! };
        const body = exampleBodyOf(operationId, world.own);
        const answered = await callApi(operationId, { token, params, query: queryOf(route), body });
        expect(answered, `with another customer's ${name}`).toMatchObject({
          status: 404,
          body: { code: "not_found" },
        });
        expect(world.changes().map(({ dynamodb }) => dynamodb?.Keys)).toEqual([]);
      }
  });

  if (route.query)
    test("accepts no cursor into another customer's partition", async () => {
      for (const token of callersOf(route))
        for (const pk of [keys.tenant(world.other.tenantId), keys.account(world.other.accountId)]) {
          tried += 1;
          const cursor = encodeCursor({ pk, sk: "#" }) ?? "";
          const query = { ...queryOf(route), cursor };
          const answered = await callApi(operationId, { token, params: world.own.ids, query });
          expect(answered).toMatchObject({ status: 400 });
        }
    });
});

/** The fields of a body that hold an id, each with another customer's id. */
function foreignFields(operationId: string): { name: string; value: unknown }[] {
  const properties = (bodySchemaOf(operationId)?.properties ?? {}) as Record<string, Json>;
  const foreignIds = Object.values(world.other.ids).filter((id) => /^[a-z]{3}_/.test(id));
  return Object.entries(properties).flatMap(([name, schema]) => {
    const isList = JSON.stringify(schema).includes('"array"');
    const text = JSON.stringify(schema);
    const id = foreignIds.find((foreign) => text.includes(`^${foreign.slice(0, 4)}`));
    return id ? [{ name, value: isList ? [id] : id }] : [];
  });
}

test("no body can refer to another customer's object", async () => {
  let named = 0;
  for (const { route } of allRoutes.filter(({ route }) => route.body && route.access.kind !== "operator"))
    for (const { name, value } of foreignFields(route.operationId))
      for (const token of callersOf(route)) {
        tried += 1;
        named += 1;
        const body = { ...exampleBodyOf(route.operationId, world.own), [name]: value };
        const answered = await callApi(route.operationId, { token, params: world.own.ids, body });
        expect(answered.status, `${route.operationId} with another customer's ${name}`).toBeOneOf([
          400, 403, 404,
        ]);
        expect(world.changes().map(({ dynamodb }) => dynamodb?.Keys)).toEqual([]);
      }
  expect(named).toBeGreaterThan(0);
});

test("the other workspace has not changed by a byte", async () => {
  expect(await partitions(world.other)).toBe(before);
});

test("none of these requests scanned the table or left its actor's partitions", () => {
  expect([...world.watch.violations]).toEqual([]);
});
