// Errors in the service's own shape, so that the AWS SDK turns them into its exception classes.
import type { Body, Item } from "./dynalite.ts";

export class ServiceError extends Error {
  readonly statusCode: number = 400;
  readonly body: Body;
  constructor(type: string, message: string, details: Body = {}) {
    super(message);
    this.name = type;
    this.body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...details };
  }
}

/** The disk takes no writes. `reason` is its own word, such as "No space left on device". */
export class StorageUnavailable extends ServiceError {
  override readonly statusCode = 503;
  constructor(reason: string, cause?: unknown) {
    super("StorageUnavailable", `The disk of this service takes no writes: ${reason}`);
    this.cause = cause;
  }
}

export function validationError(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}

export function unknownOperation(operation: string): ServiceError {
  return new ServiceError("UnknownOperationException", `Unknown operation: ${operation}`);
}

/** True for our errors and dynalite's: both carry a status code and a body to answer with. */
export function isServiceError(error: unknown): error is Error & { statusCode: number; body: Body } {
  return error instanceof Error && "statusCode" in error && "body" in error;
}

export function isConditionFailure(error: unknown): boolean {
  return isServiceError(error) && String(error.body.__type).endsWith("#ConditionalCheckFailedException");
}

/** Adds the item that failed the condition, for callers that asked for it. */
export function withItem(error: unknown, item: Item | undefined): unknown {
  if (isServiceError(error) && item) error.body.Item = item;
  return error;
}
