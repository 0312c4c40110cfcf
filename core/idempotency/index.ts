// Requests with an Idempotency-Key: one effect and one answer, however often they are sent within a day.
import { createHash, randomUUID } from "node:crypto";
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
import { expiresIn, getItem, idempotencyMark, isConditionFailure, mainTable } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";

const KEPT_SECONDS = 24 * 3600;
/** Longer than any request may take: one that is silent for so long has crashed. */
const LEASE_MS = 60_000;
/** An item holds 400 KB, this record's other attributes included. */
const MAX_ANSWER_BYTES = 380_000;

/** Kept in the partition of whoever asked, because the answer is theirs and goes when they go. */
const RequestEntity = new Entity({
  name: "Request",
  table: mainTable,
  timestamps: false,
  schema: item({
    partition: string().key(),
    /** Of who asked, for what, under which key. */
    id: string().key(),
    /** Of the input: another one under the same key is refused. */
    digest: string(),
    /** Which try holds it, and until when in milliseconds since the epoch. */
    attempt: string(),
    leaseUntil: number(),
    /** Written in the same transaction as what the request changed. */
    effected: boolean().optional(),
    answer: map({ statusCode: number(), body: string().optional() }).optional(),
    ttl: number(),
  }),
  computeKey: ({ partition, id }) => ({ pk: partition, sk: `REQUEST#${id}` }),
});

export interface Request {
  /** The table's partition of whoever asks. */
  partition: string;
  /** Who asks for what: the same key of somebody else, or for something else, is another request. */
  scope: string[];
  key: string;
  /** All that was sent, already parsed. */
  input: unknown;
}

export interface Answer {
  statusCode: number;
  body?: string;
}

const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("base64url");

/**
 * The answer of `perform`, or of the earlier request with the same key: `replayed` says which. A failure is forgotten,
 * so that the request may be repeated once its cause is gone; but a request that changed something is never performed
 * again. Throws `conflict` for another input under the same key, while the first is under way, and when the first
 * took effect and crashed before it could answer.
 */
export async function once(
  { partition, scope, key, input }: Request,
  perform: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const request = { partition, id: hashOf([...scope, key]) };
  const attempt = randomUUID();
  const earlier = await claim(request, hashOf(input), attempt);
  if (earlier) return { ...earlier, replayed: true };

  const held = { condition: { attr: "attempt", eq: attempt } } as const;
  const effect = { taken: false };
  try {
    const mark = () =>
      RequestEntity.build(UpdateTransaction)
        .item({ ...request, effected: true })
        .options(held);
    const answer = await idempotencyMark.run({ mark, effect }, perform);
    const fits = Buffer.byteLength(answer.body ?? "") <= MAX_ANSWER_BYTES;
    await RequestEntity.build(UpdateItemCommand)
      .item({ ...request, effected: true, ...(fits ? { answer: $set(answer) } : {}) })
      .options(held)
      .send();
    return { ...answer, replayed: false };
  } catch (error) {
    const unchanged = !effect.taken && error instanceof VisibleError;
    const letGo = unchanged
      ? RequestEntity.build(DeleteItemCommand).key(request).options(held).send()
      : // What is in the table decides what the next try may do.
        RequestEntity.build(UpdateItemCommand)
          .item({ ...request, leaseUntil: 0 })
          .options(held)
          .send();
    await letGo.catch((failure: unknown) => {
      if (!isConditionFailure(failure)) throw new AggregateError([error, failure]);
    });
    throw error;
  }
}

/** Makes the request ours; or gives the earlier one's answer. */
async function claim(
  request: { partition: string; id: string },
  digest: string,
  attempt: string,
): Promise<Answer | undefined> {
  const at = Date.now();
  const crashed = [
    { attr: "digest", eq: digest },
    { attr: "leaseUntil", lt: at },
    { attr: "effected", exists: false },
  ] as const;
  try {
    await RequestEntity.build(PutItemCommand)
      .item({ ...request, digest, attempt, leaseUntil: at + LEASE_MS, ttl: expiresIn(KEPT_SECONDS) })
      .options({
        condition: {
          or: [{ attr: "digest", exists: false }, { attr: "ttl", lt: expiresIn(0) }, { and: [...crashed] }],
        },
      })
      .send();
    return undefined;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
  const Item = await getItem(RequestEntity, request);
  if (Item && Item.digest !== digest)
    throw new VisibleError("conflict", "This Idempotency-Key was used for another request. Use a new one.");
  if (Item?.answer) return Item.answer;
  if (Item?.effected)
    throw new VisibleError(
      "conflict",
      "The first request with this Idempotency-Key took effect, but its answer is lost. Look at what it made.",
    );
  throw new VisibleError(
    "conflict",
    "The first request with this Idempotency-Key is still under way. Try again in a moment.",
    { retryAfter: 1 },
  );
}
