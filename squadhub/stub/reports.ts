// Tells the control plane that this gateway is ready, then that it lives.
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

/** False when the control plane refuses us, so that nothing more should be said to it. */
async function reportReady(reporter: Reporter, signal: AbortSignal): Promise<boolean> {
  const until = Date.now() + giveUpAfterMs;
  for (let backoff = 1; ; backoff = Math.min(backoff * 2, maxBackoffSeconds)) {
    const body = { bootId: reporter.bootId, version: "stub", agents: reporter.agents() };
    const status = await post(reporter, "ready", body, signal);
    if (isAccepted(status)) {
      reporter.log("reported ready");
      return true;
    }
    reporter.log(`ready was not accepted: ${status ?? "no answer"}`);
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
