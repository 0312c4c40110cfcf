// Tells the control plane that this gateway is ready, and from then on that it lives. Costs no model call.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

const callTimeoutMs = 10_000;
const readyForMs = 10 * 60_000;
const maxBackoffMs = 30_000;

/**
 * Reports until the returned controller is aborted: `ready` once the gateway answers its own readiness probe,
 * then `liveness` at the interval.
 */
export function startReports(options) {
  const stop = new AbortController();
  run(options, stop.signal).catch((error) => {
    if (!stop.signal.aborted) options.warn(`clawe: reports ended: ${error.message}`);
  });
  return stop;
}

async function run(options, signal) {
  const tenantId = /^sqh\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+$/.exec(options.squadhubToken)?.[1];
  if (!tenantId) throw new Error("SQUADHUB_TOKEN is malformed");
  const base = `${options.claweUrl.replace(/\/$/, "")}/api/t/${tenantId}/squadhub`;
  const bootId = randomUUID();
  const post = (name, body) =>
    fetch(`${base}/${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${options.squadhubToken}`, "content-type": "application/json" },
      body: JSON.stringify({ bootId, ...body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeoutMs)]),
    });

  await until(() => isReady(options.gatewayUrl, signal), { backoff: () => 250, signal });
  await until(
    async () => {
      const response = await post("ready", { version: options.version, agents: options.agents() });
      await response.body?.cancel();
      if (response.status >= 500 || response.status === 429) return false;
      if (!response.ok) options.warn(`clawe: the ready report was refused: HTTP ${response.status}`);
      return true;
    },
    { backoff: (attempt) => Math.min(1000 * 2 ** attempt, maxBackoffMs), signal },
  );

  for (;;) {
    await delay(options.livenessSeconds * 1000, undefined, { signal, ref: false });
    try {
      const response = await post("liveness", { memoryMb: Math.round(process.memoryUsage.rss() / 2 ** 20) });
      await response.body?.cancel();
    } catch (error) {
      if (signal.aborted) throw error;
      options.warn(`clawe: a liveness report failed: ${error.message}`);
    }
  }
}

async function isReady(gatewayUrl, signal) {
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(callTimeoutMs)]);
  const response = await fetch(`${gatewayUrl}/readyz`, { signal: timeout });
  await response.body?.cancel();
  return response.ok;
}

/** Repeats `attempt` until it returns true; a thrown network error counts as false. Gives up after ten minutes. */
async function until(attempt, { backoff, signal }) {
  const giveUpAt = Date.now() + readyForMs;
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
