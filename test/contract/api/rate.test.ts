// Rate limits: who is counted for which requests, the response over the limit, and the cost of counting.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { plans } from "../../../core/plan/index.ts";
import * as Rate from "../../../core/rate/index.ts";
import { type Answered, callApi } from "../../support/api-call.ts";
import { type ApiWorld, anApiWorld } from "../../support/api-world.ts";

let world: ApiWorld;
let minute = Math.ceil(Date.now() / 60_000) * 60_000;
beforeAll(async () => {
  world = await anApiWorld();
  plans.medium.requestsPerMinute = 10;
});
beforeEach(() => {
  // Each test begins ten seconds into a minute of its own.
  minute += 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: minute + 10_000 });
  Object.assign(Rate.limitsOutsidePlans, { user: 1_000_000, address: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await world?.close();
  // The limits are those of the plans again, for whatever test runs next in this process.
  expect(plans.medium.requestsPerMinute).toBe(600);
});

const read = (token = world.members.viewer.token, params = world.own.ids) =>
  callApi("getTenant", { token, params });
const write = (token = world.members.member.token) =>
  callApi("createTask", { token, params: world.own.ids, body: { title: "Counted" } });

async function times(count: number, call: () => Promise<Answered>): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) statuses.push((await call()).status);
  return statuses;
}

describe("a workspace", () => {
  test("has its plan's requests per minute; over the limit, the response says when the next minute begins", async () => {
    expect(await times(10, read)).toEqual(Array(10).fill(200));
    const refused = await read();
    expect(refused).toMatchObject({
      status: 429,
      body: { code: "rate_limited" },
      headers: { "retry-after": "50" },
    });
    vi.setSystemTime(minute + 59_000);
    expect(await read()).toMatchObject({ status: 429, headers: { "retry-after": "1" } });
    vi.setSystemTime(minute + 60_000);
    expect((await read()).status).toBe(200);
  });

  test("shares its limit among its people and agents, and with nobody else", async () => {
    await times(5, read);
    await times(5, () => read(world.own.machine));
    expect((await read(world.members.owner.token)).status).toBe(429);
    expect((await read(world.own.machine)).status).toBe(429);
    expect((await read(world.other.owner.token, world.other.ids)).status).toBe(200);
  });

  test("may use half of its limit for writes", async () => {
    expect(await times(6, () => write())).toEqual([201, 201, 201, 201, 201, 429]);
    expect(await times(6, read)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test("stays within its limit however many requests arrive at once", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => read()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  });

  test("counts its squadhub's reports separately", async () => {
    await times(11, read);
    const call = { token: world.own.machine, params: world.own.ids, body: { bootId: "boot" } };
    expect(await times(10, () => callApi("reportAlive", call))).toEqual(Array(10).fill(204));
    expect((await callApi("reportAlive", call)).status).toBe(429);
  });

  test("causes no more writes once its limit for the minute is reached", async () => {
    await times(11, read);
    const changes: unknown[] = [];
    const stop = world.engine.onRecord((_table, record) => void changes.push(record.dynamodb?.Keys));
    await times(5, read);
    stop();
    expect(changes).toEqual([]);
  });

  test("is counted with one write and no read", async () => {
    world.watch.commands.length = 0;
    await read();
    const counting = world.watch.commands.filter((command) => command.includes("DIR#RATE#"));
    expect(counting).toEqual([expect.stringMatching(/^UpdateItem DIR#RATE#tenant\|ten_… \d+$/)]);
    // The resolver has read the plan with the tenant.
    expect(world.watch.commands).not.toContainEqual(expect.stringContaining("ACCOUNT"));
  });
});

test("counts a person for requests outside workspaces", async () => {
  Rate.limitsOutsidePlans.user = 4;
  const { token } = world.loner;
  expect(await times(5, () => callApi("getMe", { token }))).toEqual([200, 200, 200, 200, 429]);
  expect((await callApi("getMe", { token: world.members.viewer.token })).status).toBe(200);
});

describe("signing in", () => {
  const signIn = async (sourceIp: string) =>
    callApi("signIn", { sourceIp, token: await world.tokens.sign("newcomer", "a session", { exp: 4e9 }) });

  test("is limited by network address", async () => {
    Rate.limitsOutsidePlans.address = 6;
    expect(await times(4, () => signIn("198.51.100.1"))).toEqual([201, 201, 201, 429]);
    expect((await signIn("198.51.100.2")).status).toBe(201);
  });

  test("counts all IPv6 addresses with the same first half together", async () => {
    Rate.limitsOutsidePlans.address = 6;
    await times(3, () => signIn("2001:db8:1:2::1"));
    expect((await signIn("2001:db8:1:2:ffff::2")).status).toBe(429);
    expect((await signIn("2001:db8:1:3::1")).status).toBe(201);
  });
});

test("does not count health checks", async () => {
  world.watch.commands.length = 0;
  await callApi("getHealth");
  expect(world.watch.commands).toEqual([]);
});
