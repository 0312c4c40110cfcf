// What events replace: a watcher that polls every agent of every workspace every two seconds, as the first design did.
import { setTimeout as delay } from "node:timers/promises";
import { as } from "../core/actor/index.ts";
import { listPending, settle } from "../core/delivery/pending.ts";
import * as Squadhub from "../core/squadhub/index.ts";
import { keys, queryAll } from "../core/table/index.ts";
import { TenantDirectoryEntity } from "../core/tenant/index.ts";
import { agentIds } from "./workspace.ts";

/** From the start of one round to the start of the next, unless the round takes longer. */
export const ROUND_MS = 2_000;
const BATCH = 25;

export interface Watcher {
  /** How long each round took, in milliseconds, oldest first. */
  rounds: number[];
  /** Resolves when the current round has ended. */
  stop(): Promise<void>;
}

/**
 * Lists the workspaces, then queries each agent's pending notifications in turn, sends them and marks them delivered.
 * It reads as cheaply as our own code could, with one query per agent, and sends through the same forwarder.
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
      // Only `stop` aborts the delay.
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
  const tenants = { partition: keys.operations("TENANTS"), prefix: "ten_" };
  for await (const { tenantId } of queryAll(TenantDirectoryEntity, tenants))
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
    // The next round delivers the rest.
    if (!answer.ok) return;
    await settle(notification, "delivered");
  }
}
