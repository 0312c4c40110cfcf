// Client request tokens of transactions: the same token within ten minutes is the same transaction, also after a restart,
// because the token is written in the transaction's own batch.
import type { Level } from "./dynalite.ts";
import { ServiceError } from "./errors.ts";
import { afterAll } from "./key-value-store.ts";
import type { Operation } from "./staged-writes.ts";

export interface IdempotencyTokens {
  /** Whether this transaction is done already. Throws when the token belongs to another transaction. */
  isRepeat(token: string, fingerprint: string): boolean;
  /** The operations to add to the transaction's batch. */
  rememberOperations(token: string, fingerprint: string): Operation[];
}

interface Use {
  fingerprint: string;
  at: number;
}

const prefix = "transaction-token~";
const windowMs = 10 * 60 * 1000;

export async function openIdempotencyTokens(level: Level, clock: () => number): Promise<IdempotencyTokens> {
  const stored: [string, Use][] = [];
  for await (const [key, use] of level.iterator({ gte: prefix, lt: prefix + afterAll })) {
    stored.push([key.slice(prefix.length), use as Use]);
  }
  // In the order of use: expired tokens are at the front.
  const uses = new Map(stored.sort(([, a], [, b]) => a.at - b.at));
  const hasExpired = (use: Use) => use.at <= clock() - windowMs;

  return {
    isRepeat(token, fingerprint) {
      const use = uses.get(token);
      if (!use || hasExpired(use)) return false;
      if (use.fingerprint === fingerprint) return true;
      throw new ServiceError(
        "IdempotentParameterMismatchException",
        "The request was rejected because it reused a client token with different parameters",
      );
    },

    rememberOperations(token, fingerprint) {
      const operations: Operation[] = [];
      for (const [old, use] of uses) {
        if (!hasExpired(use)) break;
        uses.delete(old);
        operations.push({ type: "del", key: prefix + old });
      }
      const use: Use = { fingerprint, at: clock() };
      uses.delete(token);
      uses.set(token, use);
      operations.push({ type: "put", key: prefix + token, value: use });
      return operations;
    },
  };
}
