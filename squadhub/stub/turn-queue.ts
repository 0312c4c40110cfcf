// Turns of one agent run one after another, in order; agents do not wait for each other.

export const maxWaiting = 8;

export interface TurnQueue {
  isFull(agentId: string): boolean;
  /** Runs `turn` after all that was added before for this agent, whether those succeed or not. */
  add<T>(agentId: string, turn: () => Promise<T>): Promise<T>;
}

export function createTurnQueue(): TurnQueue {
  const tails = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, number>();
  const count = (agentId: string, by: number) => waiting.set(agentId, (waiting.get(agentId) ?? 0) + by);
  return {
    isFull: (agentId) => (waiting.get(agentId) ?? 0) >= maxWaiting,
    add(agentId, turn) {
      count(agentId, 1);
      const result = (tails.get(agentId) ?? Promise.resolve()).then(() => {
        count(agentId, -1);
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
