// Finds the processes of a gateway by a mark in their environment: process ids are reused, and commands that an agent runs
// may leave the gateway's process group. Without /proc, no process is found.
import { readdir, readFile } from "node:fs/promises";

/** The ids of all running processes that belong to the gateway with this config. */
export async function markedProcesses(configPath: string): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => pid > 0);
  const marked = await Promise.all(pids.map((pid) => isMarked(pid, configPath)));
  return pids.filter((_, index) => marked[index]);
}

/** Whether this process belongs to the gateway now. A process that has ended and was not reaped does not. */
export async function isMarked(pid: number, configPath: string): Promise<boolean> {
  // A process that we may not read, or that has gone, is no gateway of ours. An ended one has an empty environment.
  const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
  return environment.split("\0").includes(`OPENCLAW_CONFIG_PATH=${configPath}`);
}
