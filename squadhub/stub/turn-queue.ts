// Turns of one agent run one after another, in order; agents do not wait for each other.

export const maxWaiting = 8;

export interface TurnQueue {
  /** Whether nothing more can wait. Who asks and hears so is told by `onRoom` when that is over. */
  isFull(agentId: string): boolean;
  /** Runs `turn` after all that was added before for this agent, whether those succeed or not. */
  add<T>(agentId: string, turn: () => Promise<T>): Promise<T>;
}

export function createTurnQueue(onRoom: (agentId: string) => void): TurnQueue {
  const tails = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, number>();
  const refused = new Set<string>();
  const count = (agentId: string, by: number) => waiting.set(agentId, (waiting.get(agentId) ?? 0) + by);
  return {
    isFull(agentId) {
      const full = (waiting.get(agentId) ?? 0) >= maxWaiting;
      if (full) refused.add(agentId);
      return full;
    },
    add(agentId, turn) {
      count(agentId, 1);
      const result = (tails.get(agentId) ?? Promise.resolve()).then(() => {
        count(agentId, -1);
        if (refused.delete(agentId)) onRoom(agentId);
        return turn();
      });
      tails.set(
        agentId,
        result.catch(() => undefined), // its caller hears of it; the next turn only waits for the end
      );
      return result;
    },
  };
}
