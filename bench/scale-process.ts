// The service's process, and the commands that it is sent.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Commands } from "./scale-service.ts";

export interface Service {
  url: string;
  startMs: number;
  ask<N extends keyof Commands>(name: N, given?: Parameters<Commands[N]>[0]): ReturnType<Commands[N]>;
  stop(): Promise<void>;
}

/** Starts the service on the data in `directory`. */
export async function startService(directory: string, port?: number): Promise<Service> {
  const given = port === undefined ? [directory] : [directory, String(port)];
  const child = fork(join(import.meta.dirname, "scale-service.ts"), given, {
    execArgv: ["--conditions=local", "--expose-gc"],
  });
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let sent = 0;
  const [{ url, startMs }] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`The service ended: ${code}`))),
  ])) as [{ url: string; startMs: number }];
  child.on("message", ({ id, value, error }: { id: number; value: never; error?: string }) => {
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(value);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The service ended: ${code}`));
  });
  const ask: Service["ask"] = (name, value) => {
    const answered = Promise.withResolvers<never>();
    waiting.set(++sent, answered);
    child.send({ id: sent, name, given: value });
    return answered.promise as never;
  };
  return {
    url,
    startMs,
    ask,
    async stop() {
      const ended = once(child, "exit");
      await ask("stop");
      child.disconnect();
      await ended;
    },
  };
}
