// Queues turns: the turns of one agent run one after another, in order; agents do not wait for each other.

export const maxWaiting = 8;

export interface TurnQueue {
  /** Whether no more turns can be queued. If so, `room` of the listener is called once they can. */
  isFull(agentId: string): boolean;
  /** Whether a turn of the agent, or of any agent, runs or waits. */
  isBusy(agentId?: string): boolean;
  /** Runs `turn` after the turns that were added before for this agent, whether they succeed or not. */
  add<T>(agentId: string, turn: () => Promise<T>): Promise<T>;
}

export interface TurnListener {
  /** An agent that was full has room for a message again. */
  room(agentId: string): void;
  turnBegan(): void;
  turnEnded(): void;
}

export function createTurnQueue(on: TurnListener): TurnQueue {
  const tails = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, number>();
  /** The turns that wait or run. */
  const unfinished = new Map<string, number>();
  const refused = new Set<string>();
  const count = (of: Map<string, number>, agentId: string, by: number) =>
    of.set(agentId, (of.get(agentId) ?? 0) + by);
  return {
    isFull(agentId) {
      const full = (waiting.get(agentId) ?? 0) >= maxWaiting;
      if (full) refused.add(agentId);
      return full;
    },
    isBusy: (agentId) =>
      (agentId === undefined ? [...unfinished.values()] : [unfinished.get(agentId) ?? 0]).some(
        (turns) => turns > 0,
      ),
    add(agentId, turn) {
      count(waiting, agentId, 1);
      count(unfinished, agentId, 1);
      const before = tails.get(agentId) ?? Promise.resolve();
      const begun = before.then(() => {
        count(waiting, agentId, -1);
        if (refused.delete(agentId)) on.room(agentId);
        on.turnBegan();
        return turn();
      });
      const result = begun.finally(() => {
        count(unfinished, agentId, -1);
        on.turnEnded();
      });
      tails.set(
        agentId,
        result.catch(() => undefined), // the caller gets the error; the next turn only waits for the end
      );
      return result;
    },
  };
}
