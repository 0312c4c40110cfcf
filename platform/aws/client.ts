// What every AWS client has in common: time limits. Retries are the SDK's default.
import { setTimeout } from "node:timers/promises";

/** Options of a client whose calls answer at once. */
export const quick = { requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 } };

/** Options of a client whose calls create, list or delete resources. */
export const patient = { requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000 } };

/** Whether `error` is one that AWS calls `names`. */
export function isError(error: unknown, ...names: string[]): error is Error {
  return error instanceof Error && names.includes(error.name);
}

/** The call's answer, or undefined when AWS answers with one of these errors. */
export async function unless<T>(call: Promise<T>, ...names: string[]): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isError(error, ...names)) return undefined;
    throw error;
  }
}

/** Asks again until `done`, and throws `message` when that takes longer than `seconds`. */
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
