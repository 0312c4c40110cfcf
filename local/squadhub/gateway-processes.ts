// Finds the processes of a gateway by the mark in their environment: process ids alone are reused, and what an
// agent runs may leave the gateway's process group. Where there is no /proc, none is found.
import { readdir, readFile } from "node:fs/promises";

/** The ids of all running processes that belong to the gateway with this config. */
export async function markedProcesses(configPath: string): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => pid > 0);
  const marked = await Promise.all(pids.map((pid) => isMarked(pid, configPath)));
  return pids.filter((_, index) => marked[index]);
}

/** Whether this process belongs to that gateway now. A process that has ended, but was not waited for, does not. */
export async function isMarked(pid: number, configPath: string): Promise<boolean> {
  // Not ours to read, or gone: in both cases not a gateway of ours. An ended process has an empty environment.
  const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
  return environment.split("\0").includes(`OPENCLAW_CONFIG_PATH=${configPath}`);
}
