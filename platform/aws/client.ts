// What all AWS clients have in common: time limits, and handling of errors. Retries are the SDK's default.
import { setTimeout } from "node:timers/promises";

/** The options of clients whose calls answer at once. */
export const quick = { requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 } };

/** The options of clients whose calls create, list or delete resources. */
export const patient = { requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000 } };

/** Whether `error` has one of these AWS error names. */
export function isError(error: unknown, ...names: string[]): error is Error {
  return error instanceof Error && names.includes(error.name);
}

/** The result of the call, or undefined when it fails with one of these AWS errors. */
export async function unless<T>(call: Promise<T>, ...names: string[]): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isError(error, ...names)) return undefined;
    throw error;
  }
}

/** Calls `done` every `everySeconds` until it is true. Throws `message` after `seconds`. */
export async function until(
  done: () => Promise<boolean>,
  { seconds, everySeconds, message }: { seconds: number; everySeconds: number; message: string },
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await done())) {
    if (Date.now() >= deadline) throw new Error(message);
    await setTimeout(everySeconds * 1000);
  }
}
