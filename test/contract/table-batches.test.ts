// Batch reads and deletes: order, size, duplicates, and keys that the table leaves unprocessed.
import { HttpResponse } from "@smithy/protocol-http";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { eraseItems } from "../../core/table/erase.ts";
import { getAll, keys, now, queryAll } from "../../core/table/index.ts";
import { AccountTenantEntity } from "../../core/tenant/index.ts";
import { UserEntity } from "../../core/user/index.ts";
import { asSystem, useDomain } from "../support/domain.ts";

const domain = useDomain();
const userIds = Array.from({ length: 150 }, (_, n) => `usr_${n}`);
const idsOf = (items: { userId: string }[]) => items.map(({ userId }) => userId);

beforeAll(async () => {
  for (const userId of userIds)
    await UserEntity.build(PutItemCommand)
      .item({ userId, email: `${userId}@example.com`, name: userId, createdAt: now() })
      .send();
});
beforeEach(() => {
  // No waits between the attempts.
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Batch = Record<string, { Keys: unknown[] } | unknown[]>;

/**
 * Makes the table leave all but the first `processed` requests of each batch of `operation` unprocessed, as often as
 * `times`. Returns the size of every batch that was sent.
 */
function leaveUnprocessed(
  operation: "BatchGetItem" | "BatchWriteItem",
  { times, processed = 3 }: { times: number; processed?: number },
): number[] {
  const sizes: number[] = [];
  const { requestHandler } = domain.current.engine;
  const handle = requestHandler.handle.bind(requestHandler);
  vi.spyOn(requestHandler, "handle").mockImplementation(async (request, options) => {
    if (!request.headers["x-amz-target"]?.endsWith(`.${operation}`)) return handle(request, options);
    const body = JSON.parse(new TextDecoder().decode(request.body)) as { RequestItems: Batch };
    const [[table, batch]] = Object.entries(body.RequestItems) as [[string, Batch[string]]];
    const requests = Array.isArray(batch) ? batch : batch.Keys;
    const of = (some: unknown[]) => ({ [table]: Array.isArray(batch) ? some : { ...batch, Keys: some } });
    sizes.push(requests.length);
    if (sizes.length > times) return handle(request, options);
    const unprocessed = of(requests.slice(processed));
    const name = operation === "BatchGetItem" ? "UnprocessedKeys" : "UnprocessedItems";
    if (processed === 0) return { response: answer({ [name]: unprocessed, Responses: {} }) };
    const RequestItems = of(requests.slice(0, processed));
    const result = await domain.current.engine.call(operation, { ...body, RequestItems });
    return { response: answer({ ...result, [name]: unprocessed }) };
  });
  return sizes;
}

const answer = (body: unknown) =>
  new HttpResponse({
    statusCode: 200,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: Buffer.from(JSON.stringify(body)),
  });

describe("getAll", () => {
  const get = (ids: string[]) =>
    getAll(
      UserEntity,
      ids.map((userId) => ({ userId })),
    );

  test("returns the items in the order of the keys, without keys and type", async () => {
    const ids = ["usr_7", "usr_0", "usr_9"];
    const items = await get(ids);
    expect(idsOf(items)).toEqual(ids);
    expect(Object.keys(items[0]!).sort()).toEqual(["createdAt", "email", "name", "userId"]);
  });

  test("drops keys that have no item", async () => {
    expect(idsOf(await get(["usr_1", "usr_nobody", "usr_2"]))).toEqual(["usr_1", "usr_2"]);
    expect(await get(["usr_nobody"])).toEqual([]);
    expect(await get([])).toEqual([]);
  });

  test("takes more than 100 keys", async () => {
    const ids = userIds.toReversed();
    expect(idsOf(await get(ids))).toEqual(ids);
  });

  test("returns an item as often as its key is given", async () => {
    const ids = ["usr_1", "usr_2", "usr_1"];
    expect(idsOf(await get(ids))).toEqual(ids);
  });

  test("asks again for keys that were left unprocessed, and for those only", async () => {
    const sizes = leaveUnprocessed("BatchGetItem", { times: 2 });
    const ids = userIds.slice(0, 10);
    expect(idsOf(await get(ids))).toEqual(ids);
    expect(sizes).toEqual([10, 7, 4]);
  });

  test("throws when keys stay unprocessed", async () => {
    const sizes = leaveUnprocessed("BatchGetItem", { times: Number.POSITIVE_INFINITY, processed: 0 });
    await expect(get(["usr_1", "usr_2"])).rejects.toThrow("left 2 requests unprocessed");
    expect(sizes).toHaveLength(8);
  });
});

describe("eraseItems", () => {
  test("deletes every item, also those that were left unprocessed at first", async () => {
    const tenantId = "ten_1";
    for (let n = 0; n < 30; n++)
      await domain.current.engine.call("PutItem", {
        TableName: "clawe",
        Item: { pk: { S: keys.tenant(tenantId) }, sk: { S: `FILE#${n}` } },
      });
    const sizes = leaveUnprocessed("BatchWriteItem", { times: 1, processed: 20 });
    await asSystem(tenantId, () => eraseItems("FILE#"));
    expect(sizes).toEqual([25, 5, 5]);
    const where = { partition: keys.tenant(tenantId), prefix: "FILE#" };
    expect(await Array.fromAsync(queryAll(AccountTenantEntity, where))).toEqual([]);
  });
});
