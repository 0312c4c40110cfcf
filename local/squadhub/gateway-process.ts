// One gateway as a child process: it runs under a guard, so that it never outlives the service, and stops completely.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isMarked, markedProcesses } from "./gateway-processes.ts";

const guard = fileURLToPath(new URL("gateway-guard.sh", import.meta.url));
// A gateway would wait up to 315 s for a model call in progress, so the grace period is ours.
const graceSeconds = 8;
const sweepTimeoutMs = 10_000;

export interface GatewayCommand {
  command: string;
  args: string[];
  /** The whole environment except the config's path: nothing of ours is inherited. */
  environment: Record<string, string>;
  configPath: string;
  directory: string;
  logFile: string;
}

export interface GatewayProcess {
  pid: number | undefined;
  /** Whether it was asked to stop. */
  readonly stopping: boolean;
  /** Its exit code, or undefined when a signal or a failed start ended it. Never rejects. */
  exited: Promise<number | undefined>;
  /** Terminates it, and kills it after the grace period. Resolves when none of its processes runs any more. */
  stop(): Promise<void>;
}

/** Starts the gateway; returns at once. Its output replaces that of an earlier gateway in `logFile`. */
export function startGatewayProcess(gateway: GatewayCommand): GatewayProcess {
  const log = openSync(gateway.logFile, "w", 0o600);
  // The pipe to its standard input is the lifeline: it closes when this process ends, however that happens.
  const child = spawn(
    "/bin/sh",
    [guard, randomUUID(), String(graceSeconds), gateway.command, ...gateway.args],
    {
      cwd: gateway.directory,
      env: { ...gateway.environment, OPENCLAW_CONFIG_PATH: gateway.configPath },
      stdio: ["pipe", log, log],
      detached: true,
    },
  );
  closeSync(log);
  let stopping = false;
  const exited = new Promise<number | undefined>((settle) => {
    child.once("exit", (code) => settle(code ?? undefined));
    child.once("error", () => settle(undefined));
  });
  child.stdin?.on("error", () => undefined); // it has gone, and `exited` resolves

  return {
    pid: child.pid,
    get stopping() {
      return stopping;
    },
    exited,
    async stop() {
      stopping = true;
      child.kill("SIGTERM");
      const ended = await Promise.race([
        exited.then(() => true),
        delay(graceSeconds * 1000, false, { ref: false }),
      ]);
      if (!ended) killGroup(child);
      await exited;
      await stopMarked(gateway.configPath, 0);
    },
  };
}

/**
 * Ends every process that belongs to the gateway with this config, whoever started it: terminates it, and kills it after
 * the grace period (milliseconds). Throws when a process survives that.
 */
export async function stopMarked(configPath: string, grace = graceSeconds * 1000): Promise<void> {
  const killAt = Date.now() + grace;
  const giveUpAt = killAt + sweepTimeoutMs;
  const terminated = new Set<number>();
  for (;;) {
    const pids = await markedProcesses(configPath);
    if (pids.length === 0) return;
    if (Date.now() > giveUpAt) throw new Error(`Processes of a gateway did not end: ${pids.join(", ")}.`);
    for (const pid of pids) {
      const kill = Date.now() >= killAt;
      if ((kill || !terminated.has(pid)) && (await isMarked(pid, configPath))) {
        signal(pid, kill ? "SIGKILL" : "SIGTERM");
      }
      terminated.add(pid);
    }
    await delay(50);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) signal(-child.pid, "SIGKILL");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
