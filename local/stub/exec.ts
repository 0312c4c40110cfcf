// Runs an agent's shell commands, as the gateway's exec tool does.
import { type ChildProcess, spawn } from "node:child_process";

const timeoutSeconds = 30;
const maxOutputBytes = 16 * 1024;

const running = new Set<ChildProcess>();

/** Runs `sh -c command` and returns its output; when the command fails, the last line says how. Never rejects. */
export function runCommand(command: string, directory: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    // Its own process group, so that the processes it starts end with it.
    const child = spawn("sh", ["-c", command], {
      cwd: directory,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const chunks: Buffer[] = [];
    let size = 0;
    let ending: string | undefined;
    const collect = (chunk: Buffer) => {
      if (size < maxOutputBytes) chunks.push(chunk.subarray(0, maxOutputBytes - size));
      size += chunk.length;
    };
    const stop = (reason: string) => {
      ending ??= reason;
      kill(child);
    };
    const timer = setTimeout(
      () => stop(`(Command timed out after ${timeoutSeconds} seconds)`),
      timeoutSeconds * 1000,
    );
    const abort = () => stop("(Command aborted)");
    const finish = (result?: string) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      running.delete(child);
      const output = Buffer.concat(chunks).toString("utf8").trimEnd();
      const cut = size > maxOutputBytes ? `\n… (${size - maxOutputBytes} more bytes)` : "";
      resolve([output + cut, ending ?? result].filter(Boolean).join("\n\n") || "(no output)");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => finish(`Error: the command could not be started: ${error.message}`));
    child.once("close", (code) => finish(code === 0 ? undefined : `(Command exited with code ${code ?? 1})`));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

/** Kills every command that still runs, with its process group. */
export function killRunningCommands(): void {
  for (const child of running) kill(child);
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // the group has gone already
  }
}
