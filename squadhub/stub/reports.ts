// Tells the control plane that this gateway is ready, then that it lives, and when an agent has room again.
import { setTimeout as delay } from "node:timers/promises";

const requestTimeoutMs = 10_000;
const giveUpAfterMs = 10 * 60_000;
const maxBackoffSeconds = 30;

export interface Reporter {
  claweUrl: string;
  squadhubToken: string;
  bootId: string;
  livenessSeconds: number;
  agents(): string[];
  log(line: string): void;
}

/** Reports until `signal` aborts or the control plane refuses us. Never rejects. */
export async function report(reporter: Reporter, signal: AbortSignal): Promise<void> {
  try {
    if (!(await reportReady(reporter, signal))) return;
    while (!signal.aborted) {
      await delay(reporter.livenessSeconds * 1000, undefined, { signal });
      const memoryMb = Math.round(process.memoryUsage.rss() / 1024 / 1024);
      const status = await post(reporter, "liveness", { bootId: reporter.bootId, memoryMb }, signal);
      if (!isAccepted(status)) reporter.log(`liveness was not accepted: ${status ?? "no answer"}`);
    }
  } catch (error) {
    if (!signal.aborted) reporter.log(`reporting stopped: ${String(error)}`);
  }
}

/** An agent that was refused a message has room for one. Never rejects. */
export async function reportIdle(reporter: Reporter, agentId: string, signal: AbortSignal): Promise<void> {
  try {
    await insist(reporter, "idle", () => ({ bootId: reporter.bootId, agentId }), signal);
  } catch (error) {
    if (!signal.aborted) reporter.log(`reporting ${agentId} idle stopped: ${String(error)}`);
  }
}

/** False when the control plane refuses us, so that nothing more should be said to it. */
function reportReady(reporter: Reporter, signal: AbortSignal): Promise<boolean> {
  const { bootId } = reporter;
  return insist(reporter, "ready", () => ({ bootId, version: "stub", agents: reporter.agents() }), signal);
}

/** Repeats a report until it is heard or given up; false when the control plane refuses it. */
async function insist(
  reporter: Reporter,
  path: string,
  body: () => unknown,
  signal: AbortSignal,
): Promise<boolean> {
  const until = Date.now() + giveUpAfterMs;
  for (let backoff = 1; ; backoff = Math.min(backoff * 2, maxBackoffSeconds)) {
    const status = await post(reporter, path, body(), signal);
    if (isAccepted(status)) {
      reporter.log(`reported ${path}`);
      return true;
    }
    reporter.log(`${path} was not accepted: ${status ?? "no answer"}`);
    if (status !== undefined && status < 500 && status !== 429) return false;
    if (Date.now() + backoff * 1000 > until) return true;
    await delay(backoff * 1000, undefined, { signal });
  }
}

function isAccepted(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** The answer's status, or undefined when there was none. */
async function post(reporter: Reporter, path: string, body: unknown, signal: AbortSignal) {
  const tenantId = reporter.squadhubToken.split(".")[1]!;
  try {
    const response = await fetch(`${reporter.claweUrl}/api/t/${tenantId}/squadhub/${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${reporter.squadhubToken}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error) return undefined; // not reached: the caller decides when to try again
    throw error;
  }
}
