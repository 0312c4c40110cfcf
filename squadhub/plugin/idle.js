// Knows which agents were too busy for a message, and tells when such an agent is free again.
import { setTimeout as delay } from "node:timers/promises";

/** For so long after its end the gateway may still count a turn as running. */
const settleMs = 10_000;
const askEveryMs = 100;
const callTimeoutMs = 10_000;

/**
 * `isBusy` asks the gateway whether the agent has a running turn; `tell` is called once for all refusals before it,
 * when a message would be accepted.
 */
export function createIdleWatch({ isBusy, tell, warn }) {
  const refused = new Set();
  const endedAt = new Map();
  const watched = new Set();

  async function watch(agentId) {
    if (watched.has(agentId)) return;
    watched.add(agentId);
    try {
      while (refused.has(agentId)) {
        if (!(await isBusy(agentId))) {
          refused.delete(agentId);
          await tell(agentId);
        } else if (Date.now() - endedAt.get(agentId) > settleMs)
          return; // another turn has begun
        else await delay(askEveryMs, undefined, { ref: false });
      }
    } catch (error) {
      // The sender comes back by itself, only later.
      warn(`clawe: telling that ${agentId} is free failed: ${error.message}`);
    } finally {
      watched.delete(agentId);
    }
  }

  return {
    /** A message was refused because a turn runs; it may have ended since that was asked. */
    refused(agentId) {
      refused.add(agentId);
      if (Date.now() - (endedAt.get(agentId) ?? 0) <= settleMs) void watch(agentId);
    },
    /** A message was taken: nobody waits any more. */
    accepted: (agentId) => refused.delete(agentId),
    turnEnded(agentId) {
      endedAt.set(agentId, Date.now());
      if (refused.has(agentId)) void watch(agentId);
    },
  };
}

/** Whether this agent event begins a turn, of whatever session. */
export const beginsTurn = ({ stream, data }) => stream === "lifecycle" && data.phase === "start";

/** Whether this agent event ends a turn, of whatever session. */
export const endsTurn = ({ stream, data }) =>
  stream === "lifecycle" && (data.phase === "end" || data.phase === "error");

/** The agent whose main session's turn this agent event ends, if it does. */
export const agentOfEnd = (event) =>
  endsTurn(event) ? /^agent:([^:]+):main$/.exec(event.sessionKey ?? "")?.[1] : undefined;

/**
 * Asks this gateway whether the agent's main session has a running turn; without an agent, whether any session has.
 * Over HTTP: outside of a request a plugin may not call gateway methods.
 */
export async function askBusy(gatewayUrl, gatewayToken, agentId) {
  const response = await fetch(`${gatewayUrl}/clawe/busy`, {
    method: "POST",
    headers: { authorization: `Bearer ${gatewayToken}`, "content-type": "application/json" },
    body: JSON.stringify({ agentId }),
    signal: AbortSignal.timeout(callTimeoutMs),
  });
  const { busy } = await response.json();
  return !response.ok || busy;
}
