// Requests with an Idempotency-Key: one effect and one answer, for every route that accepts a key.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { acceptsIdempotencyKey } from "../../../functions/http/idempotency.ts";
import { type Answered, allRoutes, type Call, callApi } from "../../support/api-call.ts";
import { validCall } from "../../support/api-valid.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

let world: ApiWorld;
let tried = 0;
let keys = 0;
beforeAll(async () => {
  world = await anApiWorld();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  console.log(`idempotency: ${keyed.length} routes, ${tried} requests`);
  await world?.close();
});

const keyed = allRoutes.filter(({ route }) => acceptsIdempotencyKey(route));
const newKey = () => `idempotent-${++keys}`;

function send(operationId: string, call: Call, key: string): Promise<Answered> {
  tried += 1;
  return callApi(operationId, { ...call, headers: { "idempotency-key": key } });
}

describe.each(keyed)("$route.method $route.path", ({ route }) => {
  const { operationId } = route;

  test("has one effect and one answer when the request is sent twice", async () => {
    const call = await validCall(route, world);
    const key = newKey();
    const first = await send(operationId, call, key);
    expect(first.status).toBeLessThan(300);
    expect(first.headers["idempotent-replayed"]).toBeUndefined();
    world.changes();
    // After these, the caller may no longer call the route.
    const second = await send(operationId, call, key);
    if (!["leaveAccount", "transferOwnership", "deprovisionTenant"].includes(operationId)) {
      expect(second).toMatchObject({ status: first.status, headers: { "idempotent-replayed": "true" } });
      expect(second.body).toEqual(first.body);
    } else expect(second.status).toBeGreaterThanOrEqual(400);
    expect(world.changes().map(({ dynamodb }) => dynamodb?.Keys)).toEqual([]);
  });
});

const ofTask = (title: string): Call => ({
  token: world.members.member.token,
  params: world.own.ids,
  body: { title },
});
async function countTasks(title: string): Promise<number> {
  const { token } = world.members.viewer;
  const { body } = await callApi("listTasks", { token, params: world.own.ids, query: { limit: "100" } });
  return (body as { items: { title: string }[] }).items.filter((task) => task.title === title).length;
}

test("refuses another body with the same key", async () => {
  const key = newKey();
  await send("createTask", ofTask("First"), key);
  const second = await send("createTask", ofTask("Second"), key);
  expect(second).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await countTasks("Second")).toBe(0);
});

test("treats the same key of another caller, or for another route, as another request", async () => {
  const key = newKey();
  await send("createTask", ofTask("Ours"), key);
  const byAnother = await send("createTask", { ...ofTask("Ours"), token: world.members.owner.token }, key);
  const elsewhere = await send(
    "createTask",
    { ...ofTask("Ours"), token: world.other.owner.token, params: world.other.ids },
    key,
  );
  const planned = await send("planTask", { ...ofTask("x"), body: { title: "Ours", subtasks: [] } }, key);
  for (const answered of [byAnother, elsewhere, planned])
    expect(answered).toMatchObject({
      status: 201,
      headers: expect.not.objectContaining({ "idempotent-replayed": "true" }),
    });
  expect(await countTasks("Ours")).toBe(3);
});

test("has one effect when the request is sent many times at once", async () => {
  const key = newKey();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => send("createTask", ofTask("At once"), key)),
  );
  for (const { status, headers, body } of answers) {
    if (status === 201) continue;
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("in progress") },
    });
    expect(headers["retry-after"]).toBe("1");
  }
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect(await countTasks("At once")).toBe(1);
  expect((await send("createTask", ofTask("At once"), key)).status).toBe(201);
});

test("forgets a failure, so that the request succeeds once the cause is gone", async () => {
  const { own, members } = world;
  const { token } = members.member;
  const made = await callApi("createTask", {
    token,
    params: own.ids,
    body: { title: "Soon", assignees: ["inky"] },
  });
  const params = { ...own.ids, taskId: (made.body as { taskId: string }).taskId };
  const key = newKey();
  const call = { token, params, body: {} };
  expect((await send("approveTask", call, key)).status).toBe(409);
  for (const status of ["in_progress", "review"])
    await callApi("setTaskStatus", { token, params, body: { status } });
  expect((await send("approveTask", call, key)).status).toBe(200);
});

test("returns the same notifications when an agent repeats its check-in", async () => {
  const { own } = world;
  await callApi("notifyAgent", {
    token: own.machine,
    params: own.ids,
    body: { agentId: "inky", content: "Once" },
  });
  const call = { token: own.machine, params: own.ids };
  const key = newKey();
  const first = await send("checkIn", call, key);
  expect((first.body as { items: unknown[] }).items.length).toBeGreaterThan(0);
  expect((await send("checkIn", call, key)).body).toEqual(first.body);
  expect((await send("checkIn", call, newKey())).body).toEqual({ items: [] });
});

test("accepts keys of 8 to 128 visible ASCII characters", async () => {
  for (const key of ["short", "x".repeat(129), "with a space", "umläut-key", "tab\tstop"]) {
    const answered = await send("createTask", ofTask("Never"), key);
    expect(answered).toMatchObject({ status: 400, body: { fields: [{ field: "header.idempotency-key" }] } });
  }
  expect(await countTasks("Never")).toBe(0);
});

test("forgets a key after a day", async () => {
  const call = { ...ofTask("Daily"), token: world.own.machine };
  const key = newKey();
  await send("createTask", call, key);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3600 * 1000 });
  const later = await send("createTask", call, key);
  expect(later.headers["idempotent-replayed"]).toBeUndefined();
  expect(later.status).toBe(201);
});

describe("a request that fails midway", () => {
  /** Makes the next command that `isIt` accepts fail, before or after it takes effect. */
  function failOnce(when: "before" | "after", isIt: (operation: string, body: string) => boolean): void {
    const { requestHandler } = world.engine;
    const { handle } = requestHandler;
    requestHandler.handle = async (request, ...rest) => {
      const operation = request.headers["x-amz-target"]?.split(".")[1] ?? "";
      const isSelected = isIt(operation, new TextDecoder().decode(request.body as Uint8Array));
      if (isSelected) requestHandler.handle = handle;
      if (isSelected && when === "before") throw new Error("the network is gone");
      const answer = await handle(request, ...rest);
      if (isSelected) throw new Error("the network is gone");
      return answer;
    };
  }
  const isEffect = (title: string) => (operation: string, body: string) =>
    operation === "TransactWriteItems" && body.includes(title);

  test("may be sent again if it had no effect", async () => {
    const key = newKey();
    failOnce("before", isEffect("Cut before"));
    await expect(send("createTask", ofTask("Cut before"), key)).rejects.toThrow("500");
    expect(await send("createTask", ofTask("Cut before"), key)).toMatchObject({ status: 201 });
    expect(await countTasks("Cut before")).toBe(1);
  });

  test("is not performed again if it had its effect", async () => {
    const key = newKey();
    failOnce("after", isEffect("Cut after"));
    await expect(send("createTask", ofTask("Cut after"), key)).rejects.toThrow("500");
    const again = await send("createTask", ofTask("Cut after"), key);
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining("took effect") } });
    expect(await countTasks("Cut after")).toBe(1);
  });
});

test("none of these requests scanned the table or left its actor's partitions", () => {
  expect([...world.watch.violations]).toEqual([]);
});
