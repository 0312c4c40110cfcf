// Tells the control plane that this gateway is ready, from then on that it lives and whether agents work in it, and when
// one is free again. Costs no model call.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

const callTimeoutMs = 10_000;
const insistForMs = 10 * 60_000;
const maxBackoffMs = 30_000;

/**
 * Reports until `abort` is called: `ready` once the gateway answers its own readiness probe, then `liveness` at the
 * interval, and `idle` when told to. After the first, `resume` is called until it is true. A liveness report says
 * whether a turn has run since the one before, as `turnBegan` and `turnEnded` tell. The first turn after a quiet interval
 * is told at once, so that its squad is not put to sleep before the next report.
 */
export function startReports(options) {
  const stop = new AbortController();
  const { signal } = stop;
  const post = poster(options, signal);
  const insist = (name, body) => insistOn(() => post(name, body()), { name, warn: options.warn, signal });
  const life = createLife(options, post, signal);
  run(options, { life, insist }, signal).catch((error) => {
    if (!signal.aborted) options.warn(`clawe: reports ended: ${error.message}`);
  });
  return {
    idle: (agentId) => insist("idle", () => ({ agentId })),
    turnBegan: life.turnBegan,
    turnEnded: life.turnEnded,
    abort: () => stop.abort(),
  };
}

/** The liveness reports. One that fails is warned of: the next says what it would have said. */
function createLife({ isWorking, warn }, post, signal) {
  let worked = false;
  const running = new Set();

  /** Asks the gateway about turns of which no end was heard: one that was would keep the squad awake for ever. */
  async function stillRuns() {
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

  async function report(working) {
    try {
      const memoryMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
      const response = await post("liveness", { memoryMb, working });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
    } catch (error) {
      worked ||= working;
      if (!signal.aborted) warn(`clawe: a liveness report failed: ${error.message}`);
    }
  }

  return {
    async tell() {
      const working = worked || (await stillRuns());
      worked = false;
      await report(working);
    },
    turnBegan(runId) {
      running.add(runId);
      if (worked) return;
      worked = true;
      void report(true);
    },
    turnEnded(runId) {
      running.delete(runId);
      worked = true;
    },
  };
}

/** Posts a report as this boot of the gateway. */
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

async function run(options, { life, insist }, signal) {
  await until(() => isReady(options.gatewayUrl, signal), { backoff: () => 250, signal });
  await insist("ready", () => ({ version: options.version, agents: options.agents() }));
  until(options.resume, { backoff, signal }).catch((error) => {
    if (!signal.aborted) options.warn(`clawe: what had been accepted was not resumed: ${error.message}`);
  });

  for (;;) {
    await delay(options.livenessSeconds * 1000, undefined, { signal, ref: false });
    await life.tell();
  }
}

const backoff = (attempt) => Math.min(1000 * 2 ** attempt, maxBackoffMs);

/** Repeats a report until it has been heard, or is refused for good. */
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

/** Repeats `attempt` until it returns true; a thrown network error counts as false. Gives up after ten minutes. */
async function until(attempt, { backoff, signal }) {
  const giveUpAt = Date.now() + insistForMs;
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
