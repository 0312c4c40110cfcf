// Doorbells of lanes on local queues: one ordered by lane, one for doorbells that ring later.
import { type QueueConsumer, queues, visibilitySeconds } from "../functions/subscriptions.ts";
import { type Doorbell, type Lanes, laneGroup, laneRef } from "../platform/types/lanes.ts";
import { createQueue, type Queue, type QueueMessage } from "./queue.ts";
import type { Store } from "./store.ts";

export interface LocalLanes extends Lanes {
  doorbells: Queue;
  laterDoorbells: Queue;
}

export function createLanes({
  store,
  report,
}: {
  store: Store;
  report: (problem: string) => void;
}): LocalLanes {
  const queueOf = (name: string, consumer: QueueConsumer, onDeadLetter: (message: QueueMessage) => void) =>
    createQueue({
      store,
      name,
      visibilitySeconds: visibilitySeconds(consumer),
      maxReceives: consumer.receives,
      handler: async (event) => (await consumer.load()).handler(event),
      onDeadLetter,
    });
  const doorbells = queueOf("doorbells", queues.doorbells, ({ group }) =>
    report(`A doorbell of lane ${group} is dead; it can be re-driven.`),
  );
  const laterDoorbells = queueOf("later-doorbells", queues.laterDoorbells, ({ body }) =>
    report(`A later doorbell is dead: ${body}`),
  );
  return {
    doorbells,
    laterDoorbells,
    ring: ({ tenantId, agentId, clearBackoff }: Doorbell, dedupId: string) =>
      doorbells.send(
        laneGroup({ tenantId, agentId }),
        JSON.stringify({ tenantId, agentId, clearBackoff }),
        dedupId,
      ),
    ringLater(lane, seconds) {
      // In no order: each is a group of its own.
      const id = crypto.randomUUID();
      return laterDoorbells.send(id, JSON.stringify(lane), id, seconds);
    },
    retryAfter: (receiptHandle, seconds) => doorbells.changeVisibility(receiptHandle, seconds),
    deadLetters: async () =>
      (await doorbells.deadLetters()).map(({ id, body, sentAt, receiveCount }) => ({
        id,
        lane: laneRef.parse(JSON.parse(body)),
        sentAt: new Date(sentAt).toISOString(),
        receives: receiveCount,
      })),
    redrive: () => doorbells.redrive(),
  };
}
