// Writes: all or nothing, under conditions.
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

/** Indexes of the writes whose condition did not hold, or undefined when it is another error. */
export function failedConditions(error: unknown): number[] | undefined {
  if (!isAwsError(error, "TransactionCanceledException")) return undefined;
  const reasons = (error as Error & { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
  const failed = reasons.flatMap(({ Code }, index) => (Code === "ConditionalCheckFailed" ? [index] : []));
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

/** What the request under way adds to its first transaction, so that both hold or neither does. */
export const idempotencyMark = new AsyncLocalStorage<
  { mark: () => Write; effect: { taken: boolean } } | undefined
>();

/** Runs `body` as none of what the request under way was sent for: a sign of life, a count. */
export const withoutIdempotencyMark = <R>(body: () => R): R => idempotencyMark.run(undefined, body);

/** TransactWriteItems' own limit. */
const MAX_WRITES = 100;

/**
 * Writes all or nothing. Contention with another transaction (a passing fault on AWS) is tried again; a condition
 * that does not hold is thrown as the SDK's error: read it with `failedConditions`.
 */
export async function transact(...writes: Write[]): Promise<void> {
  const companion = idempotencyMark.getStore();
  const marks = companion && !companion.effect.taken ? [companion.mark()] : [];
  // No room for it: it goes first, since an effect that is not known would be made twice.
  if (writes.length + marks.length > MAX_WRITES) await execute(...marks.splice(0));
  for (let attempt = 1; ; attempt++) {
    try {
      await execute(...writes, ...marks);
      if (companion) companion.effect.taken = true;
      return;
    } catch (error) {
      const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
      const contended = reasons.some(({ Code }) => Code === "TransactionConflict");
      if (!contended || attempt === 4) throw error;
      await delay(20 * 2 ** attempt * Math.random());
    }
  }
}

/** Runs `write`; a condition that does not hold becomes what `otherwise` throws. */
export async function unlessChanged(
  write: () => Promise<unknown>,
  otherwise: () => VisibleError,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isConditionFailure(error) || failedConditions(error)) throw otherwise();
    throw error;
  }
}
