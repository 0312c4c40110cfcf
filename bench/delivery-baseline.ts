// What events replace: a watcher that goes through all workspaces and agents every two seconds, as the first design did.
import { setTimeout as delay } from "node:timers/promises";
import { as } from "../core/actor/index.ts";
import { listPending, settle } from "../core/delivery/pending.ts";
import * as Squadhub from "../core/squadhub/index.ts";
import { keys, queryAll } from "../core/table/index.ts";
import { TenantDirectoryEntity } from "../core/tenant/index.ts";
import { agentIds } from "./delivery-world.ts";

/** From the beginning of a round to that of the next, unless the round takes longer. */
export const ROUND_MS = 2_000;
const BATCH = 25;

export interface Watcher {
  /** How long each round took, in milliseconds, the last one last. */
  rounds: number[];
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
}

/**
 * Asks for the workspaces, then for each agent's undelivered notifications in turn, sends what it finds and marks it.
 * Reads the table as cheaply as our own code could, one query an agent, and sends by the same forwarder.
 */
export function startWatcher(): Watcher {
  const stopping = new AbortController();
  const rounds: number[] = [];

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const begun = performance.now();
      await round(stopping.signal);
      const took = performance.now() - begun;
      rounds.push(took);
      // Called off by `stop` only.
      await delay(Math.max(0, ROUND_MS - took), undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
    }
  }
  const running = run();
  return {
    rounds,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function round(signal: AbortSignal): Promise<void> {
  const where = { partition: keys.operations("TENANTS"), prefix: "ten_" };
  for await (const { tenantId } of queryAll(TenantDirectoryEntity, where))
    for (const agentId of agentIds) {
      if (signal.aborted) return;
      await as({ type: "system", tenantId }, () => deliver(agentId));
    }
}

async function deliver(agentId: string): Promise<void> {
  for (const notification of await listPending(agentId, BATCH)) {
    const { type, from, content, notificationId } = notification;
    const message = `[${type}] from ${from.name}\n\n${content}`;
    const answer = await Squadhub.tryGateway({
      kind: "send",
      agentId,
      message,
      idempotencyKey: notificationId,
    });
    // The next round comes for the rest.
    if (!answer.ok) return;
    await settle(notification, "delivered");
  }
}
