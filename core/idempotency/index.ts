// Requests with an Idempotency-Key: one effect and one answer, however often a request is sent within a day.
import { randomUUID } from "node:crypto";
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { boolean } from "dynamodb-toolbox/schema/boolean";
import { item } from "dynamodb-toolbox/schema/item";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { conditionHolds, expiresIn, getItem, idempotencyMark, mainTable } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";
import { hashOf } from "../util/hash.ts";

const KEPT_SECONDS = 24 * 3600;
/** Longer than any request may take: a request without an answer after this time has crashed. */
const LEASE_MS = 60_000;
/** An item holds 400 KB, including this record's other attributes. */
const MAX_ANSWER_BYTES = 380_000;

/** Kept in the caller's partition, because the answer is theirs and is erased with it. */
const RequestEntity = new Entity({
  name: "Request",
  table: mainTable,
  timestamps: false,
  schema: item({
    partition: string().key(),
    /** Hash of the caller, the operation and the key. */
    id: string().key(),
    /** Hash of the input: another input with the same key is refused. */
    digest: string(),
    /** The attempt that has the lease, and the lease's end in milliseconds since the epoch. */
    attempt: string(),
    leaseUntil: number(),
    /** Written in the transaction of the request's effect. */
    effected: boolean().optional(),
    answer: map({ statusCode: number(), body: string().optional() }).optional(),
    ttl: number(),
  }),
  computeKey: ({ partition, id }) => ({ pk: partition, sk: `REQUEST#${id}` }),
});

export interface Request {
  /** The caller's partition of the table. */
  partition: string;
  /** The caller and the operation: the same key in another scope is another request. */
  scope: string[];
  key: string;
  /** The whole input, already parsed. */
  input: unknown;
}

export interface Answer {
  statusCode: number;
  body?: string;
}

/**
 * The answer of `perform`, or that of an earlier request with the same key (`replayed`). A request that failed without
 * an effect is forgotten, so that it may be repeated. A request that had an effect is never performed again. Throws
 * `conflict` for another input with the same key, while the first request is in progress, and when the first request
 * took effect but crashed before it could answer.
 */
export async function once(
  { partition, scope, key, input }: Request,
  perform: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const request = { partition, id: hashOf(JSON.stringify([...scope, key])) };
  const attempt = randomUUID();
  const earlier = await claim(request, hashOf(JSON.stringify(input)), attempt);
  if (earlier) return { ...earlier, replayed: true };

  const ifLeased = { condition: { attr: "attempt", eq: attempt } } as const;
  const effect = { taken: false };
  try {
    const mark = () =>
      RequestEntity.build(UpdateTransaction)
        .item({ ...request, effected: true })
        .options(ifLeased);
    const answer = await idempotencyMark.run({ mark, effect }, perform);
    const fits = Buffer.byteLength(answer.body ?? "") <= MAX_ANSWER_BYTES;
    await RequestEntity.build(UpdateItemCommand)
      .item({ ...request, effected: true, ...(fits ? { answer: $set(answer) } : {}) })
      .options(ifLeased)
      .send();
    return { ...answer, replayed: false };
  } catch (error) {
    const isWithoutEffect = !effect.taken && error instanceof VisibleError;
    const release = isWithoutEffect
      ? RequestEntity.build(DeleteItemCommand).key(request).options(ifLeased).send()
      : // Whether there was an effect is unknown here. The mark in the table tells the next attempt.
        RequestEntity.build(UpdateItemCommand)
          .item({ ...request, leaseUntil: 0 })
          .options(ifLeased)
          .send();
    await conditionHolds(release).catch((failure: unknown) => {
      throw new AggregateError([error, failure]);
    });
    throw error;
  }
}

/** Takes the lease on the request, or returns the earlier request's answer. */
async function claim(
  request: { partition: string; id: string },
  digest: string,
  attempt: string,
): Promise<Answer | undefined> {
  const at = Date.now();
  const hasCrashed = [
    { attr: "digest", eq: digest },
    { attr: "leaseUntil", lt: at },
    { attr: "effected", exists: false },
  ] as const;
  const claimed = RequestEntity.build(PutItemCommand)
    .item({ ...request, digest, attempt, leaseUntil: at + LEASE_MS, ttl: expiresIn(KEPT_SECONDS) })
    .options({
      condition: {
        or: [{ attr: "digest", exists: false }, { attr: "ttl", lt: expiresIn(0) }, { and: [...hasCrashed] }],
      },
    })
    .send();
  if (await conditionHolds(claimed)) return undefined;
  const earlier = await getItem(RequestEntity, request);
  if (earlier && earlier.digest !== digest)
    throw new VisibleError("conflict", "This Idempotency-Key was used for another request. Use a new one.");
  if (earlier?.answer) return earlier.answer;
  if (earlier?.effected)
    throw new VisibleError(
      "conflict",
      "The first request with this Idempotency-Key took effect, but its answer is lost. Check the result before you send another request.",
    );
  throw new VisibleError(
    "conflict",
    "The first request with this Idempotency-Key is still in progress. Try again in a moment.",
    { retryAfter: 1 },
  );
}
