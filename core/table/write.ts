// Transactions and conditional writes.
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import {
  type ExecuteTransactWriteInput,
  type ExecuteTransactWriteOptions,
  execute,
} from "dynamodb-toolbox/entity/actions/transactWrite";
import type { VisibleError } from "../util/error.ts";

const isAwsError = (error: unknown, name: string): error is Error =>
  error instanceof Error && error.name === name;

export const isConditionFailure = (error: unknown): boolean =>
  isAwsError(error, "ConditionalCheckFailedException");

/** Why each write of a cancelled transaction failed; "None" for those that did not. */
const cancellationCodes = (error: unknown): (string | undefined)[] =>
  (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons?.map(({ Code }) => Code) ?? [];

/** Indexes of the transaction's writes whose condition did not hold; undefined for any other error. */
export function failedConditions(error: unknown): number[] | undefined {
  if (!isAwsError(error, "TransactionCanceledException")) return undefined;
  const failed = cancellationCodes(error).flatMap((code, index) =>
    code === "ConditionalCheckFailed" ? [index] : [],
  );
  return failed.length ? failed : undefined;
}

/**
 * Waits for a conditional write, of one item or a transaction. False when its condition did not hold; any other error
 * is thrown.
 */
export async function conditionHolds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error) || failedConditions(error)) return false;
    throw error;
  }
}

/** A put, update, delete or condition check of one item within a transaction. */
export type Write = Exclude<ExecuteTransactWriteInput[number], ExecuteTransactWriteOptions>;

/** The write that the current request adds to its first transaction, so that its effect and its mark are one. */
export const idempotencyMark = new AsyncLocalStorage<
  { mark: () => Write; effect: { taken: boolean } } | undefined
>();

/** Runs `body` for a write that is not an effect of the current request, such as a sign of life or a counter. */
export const withoutIdempotencyMark = <R>(body: () => R): R => idempotencyMark.run(undefined, body);

/** TransactWriteItems' own limit. */
const MAX_WRITES = 100;
const MAX_ATTEMPTS = 4;

/**
 * Executes all writes or none. Contention with another transaction is retried. A condition that does not hold is thrown
 * as the SDK's error: read it with `failedConditions`.
 */
export async function transact(...writes: Write[]): Promise<void> {
  const companion = idempotencyMark.getStore();
  const marks = companion && !companion.effect.taken ? [companion.mark()] : [];
  // A full transaction has no room for the mark. It is written first: an effect without a mark would be repeated.
  if (writes.length + marks.length > MAX_WRITES) await execute(...marks.splice(0));
  for (let attempt = 1; ; attempt++) {
    try {
      await execute(...writes, ...marks);
      if (companion) companion.effect.taken = true;
      return;
    } catch (error) {
      const isContended = cancellationCodes(error).includes("TransactionConflict");
      if (!isContended || attempt === MAX_ATTEMPTS) throw error;
      await delay(20 * 2 ** attempt * Math.random());
    }
  }
}

/** Runs `write`. When its condition does not hold, the error of `otherwise` is thrown instead. */
export async function unlessChanged(
  write: () => Promise<unknown>,
  otherwise: () => VisibleError,
): Promise<void> {
  if (!(await conditionHolds(write()))) throw otherwise();
}
