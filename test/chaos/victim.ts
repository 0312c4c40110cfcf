// Keeps a service alive that is killed again and again: starts it anew on the same state, and asks it from outside.
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../scripts/build.ts";
import type { Ask, RemoteFault } from "./service.ts";
import type { Inside } from "./world.ts";

interface Said {
  ready?: { url: string };
  problem?: string;
  id?: number;
  value?: unknown;
  error?: string;
}

/** The same calls as inside, each answered by the process that lives then. */
export type Outside = Inside & { inject(fault: RemoteFault): Promise<void> };

export interface Victim {
  url: string;
  ask: Outside;
  /** How often it was killed so far. */
  kills: number;
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Each worker's own, so that nobody takes it while the service is down: who is signed in knows the service by it. */
const PORT = 14_000 + 100 * Number(process.env.VITEST_POOL_ID ?? 0);

/** What is compiled once need not be for each start after it. */
const COMPILED = join(tmpdir(), "clawe-compiled");

/** A call whose process was killed before it answered. */
class Died extends Error {}

export async function aVictim(): Promise<Victim> {
  await ensureBuilt({ only: ["cli"] });
  const directory = await mkdtemp(join(tmpdir(), "clawe-victim-"));
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let next = 0;
  let ending = false;
  let alive = Promise.withResolvers<ChildProcess>();

  function live(): void {
    const child = fork(join(import.meta.dirname, "service.ts"), [directory, String(PORT)], {
      execArgv: ["--conditions=local"],
      env: { ...process.env, POWERTOOLS_LOG_LEVEL: "SILENT", NODE_COMPILE_CACHE: COMPILED },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      serialization: "advanced",
    });
    child.on("message", ({ ready, id, value, error }: Said) => {
      if (ready) {
        victim.url = ready.url;
        alive.resolve(child);
      }
      if (id === undefined) return;
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) waiter?.resolve(value);
      else waiter?.reject(new Error(error));
    });
    child.on("exit", () => {
      alive = Promise.withResolvers();
      for (const waiter of waiting.values()) waiter.reject(new Died("The service was killed"));
      waiting.clear();
      if (ending) return;
      victim.kills++;
      live();
    });
  }

  async function call(name: string, args: unknown[]): Promise<unknown> {
    const child = await alive.promise;
    const id = next++;
    const waiter = Promise.withResolvers<unknown>();
    waiting.set(id, waiter);
    child.send({ id, call: name, args } satisfies Ask, (error) => {
      // It died in between: `exit` tells.
      if (error) waiting.get(id)?.reject(new Died("The service was killed"));
    });
    return waiter.promise;
  }

  /** Asks again when the process dies meanwhile: every call may be made twice. */
  async function insist(name: string, args: unknown[]): Promise<unknown> {
    for (;;) {
      try {
        return await call(name, args);
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
    }
  }

  const victim: Victim = {
    url: "",
    kills: 0,
    ask: new Proxy({} as Outside, {
      get:
        (_, name: string) =>
        async (...args: unknown[]) => {
          const value = await insist(name, args);
          return name === "inventory" ? new Set(value as string[]) : value;
        },
    }),
    async kill() {
      const child = await alive.promise;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await gone;
    },
    async close() {
      await insist("stop", []);
      ending = true;
      const child = await alive.promise;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await gone;
      await rm(directory, { recursive: true, force: true });
    },
  };
  live();
  await alive.promise;
  return victim;
}
