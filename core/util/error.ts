// The one error whose message a caller sees. Any other error becomes a 500 without details.

/** The closed list of error codes, with the HTTP status of each. */
export const statuses = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  name_taken: 409,
  blocked_by_subtasks: 409,
  too_large: 413,
  unsupported_media_type: 415,
  limit_reached: 422,
  rate_limited: 429,
  capacity: 503,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof statuses;

/** An error in one field of the input; `field` is a path such as `body.title`. */
export interface FieldError {
  field: string;
  message: string;
}

/** An error whose message is written for whoever made the request. */
export class VisibleError extends Error {
  override readonly name = "VisibleError";
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/** The `not_found` error, which has the same words for what does not exist and for what belongs to somebody else. */
export function notFound(what: string): VisibleError {
  return new VisibleError("not_found", `There is no such ${what}.`);
}

/** An `invalid` error about one field, such as `body.title`. `message` continues the field's name: "is taken". */
export function invalidField(field: string, message: string, cause?: unknown): VisibleError {
  return new VisibleError("invalid", `${field}: ${message}`, { fields: [{ field, message }], cause });
}
