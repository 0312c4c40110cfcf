// Reports to the control plane that this gateway is ready, that it lives and whether its agents work, and when an agent is
// free again. Reports cost no model call.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

const callTimeoutMs = 10_000;
const giveUpAfterMs = 10 * 60_000;
const maxBackoffMs = 30_000;

/**
 * Reports until `abort` is called: `ready` once the gateway answers its own readiness probe, then `liveness` at each
 * interval, and `idle` on request. After `ready`, `resume` is called until it returns true. A liveness report says
 * whether a turn has run since the previous one, as told by `turnBegan` and `turnEnded`. The first turn after a quiet
 * interval is reported at once, so that its squad is not put to sleep before the next report.
 */
export function startReports(options) {
  const stop = new AbortController();
  const { signal } = stop;
  const post = poster(options, signal);
  const insist = (name, body) => insistOn(() => post(name, body()), { name, warn: options.warn, signal });
  const liveness = createLiveness(options, post, signal);
  run(options, { liveness, insist }, signal).catch((error) => {
    if (!signal.aborted) options.warn(`clawe: reports ended: ${error.message}`);
  });
  return {
    idle: (agentId) => insist("idle", () => ({ agentId })),
    turnBegan: liveness.turnBegan,
    turnEnded: liveness.turnEnded,
    abort: () => stop.abort(),
  };
}

/** Makes liveness reports. A failed report causes a warning, and the next one includes its content. */
function createLiveness({ isWorking, warn }, post, signal) {
  let hasWorked = false;
  const running = new Set();

  /** Asks the gateway about turns without an end event: a lost one would keep the squad awake forever. */
  async function isStillWorking() {
    const begun = [...running];
    if (begun.length === 0) return false;
    try {
      if (await isWorking()) return true;
    } catch (error) {
      warn(`clawe: asking whether a turn runs failed: ${error.message}`);
      return true;
    }
    for (const runId of begun) running.delete(runId);
    return false;
  }

  async function send(working) {
    try {
      const memoryMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
      const response = await post("liveness", { memoryMb, working });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
    } catch (error) {
      hasWorked ||= working;
      if (!signal.aborted) warn(`clawe: a liveness report failed: ${error.message}`);
    }
  }

  return {
    async report() {
      const working = hasWorked || (await isStillWorking());
      hasWorked = false;
      await send(working);
    },
    turnBegan(runId) {
      running.add(runId);
      if (hasWorked) return;
      hasWorked = true;
      void send(true);
    },
    turnEnded(runId) {
      running.delete(runId);
      hasWorked = true;
    },
  };
}

/** Returns a function that posts a report with this boot's id. */
function poster(options, signal) {
  const tenantId = /^sqh\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+$/.exec(options.squadhubToken)?.[1];
  if (!tenantId) throw new Error("SQUADHUB_TOKEN is malformed");
  const base = `${options.claweUrl.replace(/\/$/, "")}/api/t/${tenantId}/squadhub`;
  const bootId = randomUUID();
  return (name, body) =>
    fetch(`${base}/${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${options.squadhubToken}`, "content-type": "application/json" },
      body: JSON.stringify({ bootId, ...body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeoutMs)]),
    });
}

async function run(options, { liveness, insist }, signal) {
  await until(() => isReady(options.gatewayUrl, signal), { backoff: () => 250, signal });
  await insist("ready", () => ({ version: options.version, agents: options.agents() }));
  until(options.resume, { backoff, signal }).catch((error) => {
    if (!signal.aborted) options.warn(`clawe: accepted messages were not resumed: ${error.message}`);
  });

  for (;;) {
    await delay(options.livenessSeconds * 1000, undefined, { signal, ref: false });
    await liveness.report();
  }
}

const backoff = (attempt) => Math.min(1000 * 2 ** attempt, maxBackoffMs);

/** Repeats a report until it is accepted, or refused for good. */
function insistOn(post, { name, warn, signal }) {
  return until(
    async () => {
      const response = await post();
      await response.body?.cancel();
      if (response.status >= 500 || response.status === 429) return false;
      if (!response.ok) warn(`clawe: the ${name} report was refused: HTTP ${response.status}`);
      return true;
    },
    { backoff, signal },
  );
}

async function isReady(gatewayUrl, signal) {
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(callTimeoutMs)]);
  const response = await fetch(`${gatewayUrl}/readyz`, { signal: timeout });
  await response.body?.cancel();
  return response.ok;
}

/** Repeats `attempt` until it returns true. A thrown network error counts as false. Throws after ten minutes. */
async function until(attempt, { backoff, signal }) {
  const giveUpAt = Date.now() + giveUpAfterMs;
  for (let count = 0; Date.now() < giveUpAt; count++) {
    try {
      if (await attempt()) return;
    } catch (error) {
      if (signal.aborted) throw error;
    }
    await delay(backoff(count), undefined, { signal, ref: false });
  }
  throw new Error("gave up after ten minutes");
}
