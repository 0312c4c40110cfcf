// Passes a message to an agent's main session and answers as soon as the gateway has it, not after the turn.
import { HttpError, stringField, unknownAgent } from "./http.js";

const maxMessage = 64 * 1024;
const resumeTimeoutMs = 30_000;
const mainSession = (agentId) => `agent:${agentId}:main`;
const busy = () => new HttpError(409, { busy: true });
const refused = () =>
  new HttpError(400, { error: { type: "refused", message: "The gateway refused the message." } });
/** More messages than a turn with all its tool calls has. */
const maxHistory = 500;

/**
 * `send`: `{agentId, message, idempotencyKey, onlyIfFree?}` → 202. `resume`: passes on the messages that an earlier
 * process accepted and did not begin, and answers `{waiting}`, the number of agents that have to be tried again.
 *
 * An agent with a running turn is `busy`. The gateway would queue the message in memory and lose it when it stops, whereas
 * it resumes a turn that has begun. So the sender, which is durable, does the waiting. `idle` learns of each refusal and
 * reports when the agent is free; with `onlyIfFree` no sender waits for that. A message is on disk before the gateway has
 * it, because the gateway keeps it in memory only until its turn begins some seconds later.
 */
export function createSend({ call, messages, idle }) {
  /** Serializes the work per agent, because the busy check and the hand-over must not interleave. */
  const tails = new Map();
  const oneByOne = (agentId, work) => {
    const result = (tails.get(agentId) ?? Promise.resolve()).then(work);
    tails.set(
      agentId,
      result.catch(() => undefined),
    );
    return result;
  };
  /** Agents whose last message an earlier process had accepted. It goes before any new one. */
  const inherited = new Set(messages.agents());

  const handOver = (agentId, message, idempotencyKey) =>
    call("agent", { agentId, sessionKey: mainSession(agentId), message, idempotencyKey, deliver: false });

  async function resumeOne(agentId) {
    if (!inherited.has(agentId)) return;
    const message = messages.open(agentId);
    if (message && !(await hasBegun(call, agentId, message))) {
      if (await hasRunningTurn(call, agentId)) throw busy();
      // The gateway marks the first key's run as interrupted, and accepts that key again only from its own web page.
      const answer = await handOver(agentId, message.message, `${message.idempotencyKey}:${Date.now()}`);
      if (!answer.ok) throw busy();
    }
    inherited.delete(agentId);
  }

  async function send(body) {
    const agentId = stringField(body, "agentId", { max: 64 });
    const message = stringField(body, "message", { max: maxMessage });
    const idempotencyKey = stringField(body, "idempotencyKey", { max: 200 });
    const onlyIfFree = body.onlyIfFree === true;
    const agents = await call("agents.list", {});
    if (!agents.ok) throw busy();
    if (!agents.payload.agents.some((agent) => agent.id === agentId)) throw unknownAgent();

    return oneByOne(agentId, async () => {
      if (messages.has(idempotencyKey)) return { status: 202, body: { accepted: true, duplicate: true } };
      await resumeOne(agentId);
      if (await hasRunningTurn(call, agentId)) {
        if (!onlyIfFree) idle.refused(agentId);
        throw busy();
      }
      await messages.accept(agentId, { message, idempotencyKey });
      let isAccepted = false;
      try {
        const answer = await handOver(agentId, message, idempotencyKey);
        if (!answer.ok) throw answer.error?.code === "UNAVAILABLE" ? busy() : refused();
        isAccepted = true;
        if (!onlyIfFree) idle.accepted(agentId);
        return { status: 202, body: { accepted: true, duplicate: answer.meta?.cached === true } };
      } finally {
        if (!isAccepted) await messages.withdraw(agentId, idempotencyKey);
      }
    });
  }

  async function resume() {
    let waiting = 0;
    for (const agentId of [...inherited])
      try {
        await oneByOne(agentId, () => resumeOne(agentId));
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        waiting += 1;
      }
    return { body: { waiting } };
  }

  return { send, resume };
}

/** `{agentId}` → whether a message would be refused as busy now; `{}` → whether any turn is running. */
export function createBusy(call) {
  return async (body) => {
    if (body.agentId === undefined) return { body: { busy: await hasAnyTurn(call) } };
    const agentId = stringField(body, "agentId", { max: 64 });
    return { body: { busy: await hasRunningTurn(call, agentId) } };
  };
}

/** Asks this gateway over HTTP to resume. Returns true when no message waits any more. */
export async function askResume(gatewayUrl, gatewayToken) {
  const response = await fetch(`${gatewayUrl}/clawe/resume`, {
    method: "POST",
    headers: { authorization: `Bearer ${gatewayToken}`, "content-type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(resumeTimeoutMs),
  });
  const { waiting } = await response.json();
  return response.ok && waiting === 0;
}

async function hasAnyTurn(call) {
  const answer = await call("sessions.list", {});
  if (!answer.ok) throw busy();
  return answer.payload.sessions.some((session) => session.hasActiveRun);
}

async function hasRunningTurn(call, agentId) {
  const answer = await call("sessions.list", { agentId });
  if (!answer.ok) throw busy();
  return answer.payload.sessions.some(
    (session) => session.key === mainSession(agentId) && session.hasActiveRun,
  );
}

/** Whether the message is in the session's transcript: then the gateway itself resumes its turn. */
async function hasBegun(call, agentId, { idempotencyKey }) {
  const answer = await call("chat.history", { sessionKey: mainSession(agentId), limit: maxHistory });
  if (!answer.ok) throw busy();
  // The transcript's key of a run's user message is `<run's key>:user`.
  return answer.payload.messages.some(
    (message) => message.role === "user" && message.idempotencyKey?.startsWith(`${idempotencyKey}:`),
  );
}
