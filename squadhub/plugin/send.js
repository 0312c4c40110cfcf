// Takes a message into an agent's main session and answers as soon as the gateway has it, not after the turn.
import { HttpError, stringField, unknownAgent } from "./http.js";

const maxMessage = 64 * 1024;
const mainSession = (agentId) => `agent:${agentId}:main`;
const busy = () => new HttpError(409, { busy: true });

/**
 * `{agentId, message, idempotencyKey}` → 202.
 *
 * An agent with a running turn is `busy`: the gateway would queue the message in memory and lose it when it
 * stops, while a turn that has begun is resumed. So the waiting is left to the sender, which is durable; `idle`
 * hears of it, so that the sender is told when it is over.
 */
export function createSend({ call, accepted, idle }) {
  /** One send per agent at a time: "is it busy?" and "take this" must not interleave. */
  const tails = new Map();
  const inTurn = (agentId, work) => {
    const result = (tails.get(agentId) ?? Promise.resolve()).then(work);
    tails.set(
      agentId,
      result.catch(() => undefined),
    );
    return result;
  };

  return async (body) => {
    const agentId = stringField(body, "agentId", { max: 64 });
    const message = stringField(body, "message", { max: maxMessage });
    const idempotencyKey = stringField(body, "idempotencyKey", { max: 200 });
    const agents = await call("agents.list", {});
    if (!agents.ok) throw busy();
    if (!agents.payload.agents.some((agent) => agent.id === agentId)) throw unknownAgent();

    return inTurn(agentId, async () => {
      if (accepted.has(idempotencyKey)) return { status: 202, body: { accepted: true, duplicate: true } };
      const sessionKey = mainSession(agentId);
      if (await hasRunningTurn(call, agentId)) {
        idle.refused(agentId);
        throw busy();
      }
      const answer = await call("agent", { agentId, sessionKey, message, idempotencyKey, deliver: false });
      if (!answer.ok) {
        if (answer.error?.code === "UNAVAILABLE") throw busy();
        throw new HttpError(400, { error: { type: "refused", message: "The gateway refused the message." } });
      }
      idle.accepted(agentId);
      await accepted.add(idempotencyKey);
      return { status: 202, body: { accepted: true, duplicate: answer.meta?.cached === true } };
    });
  };
}

/** `{agentId}` → whether a message would be refused as busy now. */
export function createBusy(call) {
  return async (body) => {
    const agentId = stringField(body, "agentId", { max: 64 });
    return { body: { busy: await hasRunningTurn(call, agentId) } };
  };
}

async function hasRunningTurn(call, agentId) {
  const answer = await call("sessions.list", { agentId });
  if (!answer.ok) throw busy();
  return answer.payload.sessions.some(
    (session) => session.key === mainSession(agentId) && session.hasActiveRun,
  );
}
