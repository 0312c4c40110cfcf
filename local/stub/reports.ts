// Reports to the control plane: that this gateway is ready, then that it lives and whether its agents work, and when a busy
// agent has room again.
import { setTimeout as delay } from "node:timers/promises";
import type { TurnListener } from "./turn-queue.ts";

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

export interface Reports extends TurnListener {
  /** Reports until the signal aborts, or the control plane refuses a report. Never rejects. */
  run(): Promise<void>;
}

/**
 * The reports of a gateway. A liveness report says whether a turn has run since the previous report. The first turn after a
 * quiet interval is reported at once, so that the squad is not put to sleep before the next report.
 */
export function createReports(reporter: Reporter, isWorking: () => boolean, signal: AbortSignal): Reports {
  let hasWorked = false;

  async function reportAlive(working: boolean): Promise<void> {
    const memoryMb = Math.round(process.memoryUsage.rss() / 1024 / 1024);
    const status = await post(reporter, "liveness", { bootId: reporter.bootId, memoryMb, working }, signal);
    if (isAccepted(status)) return;
    hasWorked ||= working;
    reporter.log(`liveness was not accepted: ${status ?? "no answer"}`);
  }

  async function logFailure(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) reporter.log(`${what} stopped: ${String(error)}`);
    }
  }

  return {
    run: () =>
      logFailure("reporting", async () => {
        if (!(await reportReady(reporter, signal))) return;
        while (!signal.aborted) {
          await delay(reporter.livenessSeconds * 1000, undefined, { signal });
          const working = hasWorked || isWorking();
          hasWorked = false;
          await reportAlive(working);
        }
      }),
    room(agentId) {
      const body = () => ({ bootId: reporter.bootId, agentId });
      void logFailure(`reporting ${agentId} idle`, () => reportUntilAccepted(reporter, "idle", body, signal));
    },
    turnBegan() {
      if (hasWorked) return;
      hasWorked = true;
      void logFailure("reporting a turn", () => reportAlive(true));
    },
    turnEnded() {
      hasWorked = true;
    },
  };
}

/** False when the control plane refuses the report: nothing more should be reported then. */
function reportReady(reporter: Reporter, signal: AbortSignal): Promise<boolean> {
  const { bootId } = reporter;
  return reportUntilAccepted(
    reporter,
    "ready",
    () => ({ bootId, version: "stub", agents: reporter.agents() }),
    signal,
  );
}

/** Repeats a report until it is accepted, or for ten minutes. False when the control plane refuses it. */
async function reportUntilAccepted(
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

/** The status of the response, or undefined when there was none. */
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
    if (error instanceof Error) return undefined; // not reached: the caller decides when to retry
    throw error;
  }
}
