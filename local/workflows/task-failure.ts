// Errors as a state machine sees them: Retry and Catch match the name, and the message becomes the cause.

export class TaskFailure extends Error {
  constructor(error: string, cause: string) {
    super(cause);
    this.name = error;
  }
}

/** The failure that Lambda reports when a function throws. */
export function lambdaFailure(error: unknown): TaskFailure {
  const errorType = error instanceof Error ? error.name : "Error";
  const errorMessage = error instanceof Error ? error.message : String(error);
  return new TaskFailure(errorType, JSON.stringify({ errorType, errorMessage }));
}

/** Thrown into an execution that has ended: neither retried nor caught. */
export class ExecutionEnded extends Error {
  readonly isRetryable = false;
  readonly isCatchable = false;
}
