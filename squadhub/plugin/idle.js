// Remembers which agents were too busy for a message, and reports when such an agent is free again.
import { setTimeout as delay } from "node:timers/promises";

/** The gateway may count a turn as running for so long after it has ended. */
const settleMs = 10_000;
const askEveryMs = 100;
const callTimeoutMs = 10_000;

/**
 * `isBusy` asks the gateway whether the agent has a running turn. `reportIdle` is called when a message would be accepted
 * again, once for all refusals before it.
 */
export function createIdleWatch({ isBusy, reportIdle, warn }) {
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
          await reportIdle(agentId);
        } else if (Date.now() - endedAt.get(agentId) > settleMs)
          return; // another turn has begun
        else await delay(askEveryMs, undefined, { ref: false });
      }
    } catch (error) {
      // The sender retries on its own, only later.
      warn(`clawe: reporting that ${agentId} is free failed: ${error.message}`);
    } finally {
      watched.delete(agentId);
    }
  }

  return {
    /** A message was refused because a turn was running. That turn may have ended since. */
    refused(agentId) {
      refused.add(agentId);
      if (Date.now() - (endedAt.get(agentId) ?? 0) <= settleMs) void watch(agentId);
    },
    /** A message was accepted, so no sender waits any more. */
    accepted: (agentId) => refused.delete(agentId),
    turnEnded(agentId) {
      endedAt.set(agentId, Date.now());
      if (refused.has(agentId)) void watch(agentId);
    },
  };
}

/** Whether this agent event begins a turn, in any session. */
export const beginsTurn = ({ stream, data }) => stream === "lifecycle" && data.phase === "start";

/** Whether this agent event ends a turn, in any session. */
export const endsTurn = ({ stream, data }) =>
  stream === "lifecycle" && (data.phase === "end" || data.phase === "error");

/** The agent whose main session's turn this event ends; undefined for any other event. */
export const agentOfEnd = (event) =>
  endsTurn(event) ? /^agent:([^:]+):main$/.exec(event.sessionKey ?? "")?.[1] : undefined;

/**
 * Asks this gateway whether the agent's main session has a running turn or, without an agent, whether any session has.
 * Asks over HTTP, because a plugin may not call gateway methods outside a request.
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
