// Task tokens: a task that waits for one is completed from outside.
import { randomBytes } from "node:crypto";
import { TaskFailure } from "./task-failure.ts";

export interface TaskTokens {
  create(): string;
  /** Resolves with the output, or rejects with the error, that the token is completed with. */
  wait(token: string): Promise<unknown>;
  /** Stops the wait: the task fails. */
  drop(token: string): void;
  succeed(token: string, output: unknown): boolean;
  fail(token: string, error: string, cause: string): boolean;
}

export function createTaskTokens(): TaskTokens {
  const waiting = new Map<string, PromiseWithResolvers<unknown>>();

  function take(token: string): PromiseWithResolvers<unknown> | undefined {
    const waiter = waiting.get(token);
    waiting.delete(token);
    return waiter;
  }

  return {
    create: () => randomBytes(32).toString("base64url"),
    wait(token) {
      const waiter = Promise.withResolvers<unknown>();
      // It may reject before anybody awaits it, while the task's function is still running.
      waiter.promise.catch(() => undefined);
      waiting.set(token, waiter);
      return waiter.promise;
    },
    drop(token) {
      take(token)?.reject(new TaskFailure("States.TaskFailed", "The task is not waited for any more"));
    },
    succeed(token, output) {
      const waiter = take(token);
      waiter?.resolve(structuredClone(output));
      return waiter !== undefined;
    },
    fail(token, error, cause) {
      const waiter = take(token);
      waiter?.reject(new TaskFailure(error, cause));
      return waiter !== undefined;
    },
  };
}
