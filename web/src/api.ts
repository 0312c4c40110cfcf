// Requests to the API: with the person's token, repeated once after a token refresh, and with errors as text.
import { useRef } from "react";
import { type ApiClient, ApiError, answer, apiClient, type Schemas } from "../../client/index.ts";
import type { Page } from "../../client/pages.ts";
import { accessToken, endSession, refresh } from "./auth.ts";

export { ApiError, type Page, type Schemas };

const api = apiClient({ site: window.location.origin, token: accessToken });

/** One request to the API. */
export type Call<T> = (
  api: ApiClient,
) => Promise<{ data?: T; error?: Schemas["Problem"]; response: Response }>;

/** The data of one request. After a 401 that a new token does not cure, the session ends. Throws `ApiError`. */
export async function request<T>(call: Call<T>): Promise<T> {
  try {
    return await answer(call(api));
  } catch (error) {
    if (!isStatus(error, 401)) throw error;
    if (!(await refresh())) {
      endSession();
      throw error;
    }
  }
  try {
    return await answer(call(api));
  } catch (error) {
    if (isStatus(error, 401)) endSession();
    throw error;
  }
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.problem.status === status;

interface ErrorText {
  /** A sentence for the person. */
  detail: string;
  requestId?: string;
  fields: { field: string; message: string }[];
}

/** Any failure as text for the person who sees it. */
export function describeError(error: unknown): ErrorText {
  // The error page of a proxy is not a problem document.
  if (error instanceof ApiError && typeof error.problem?.detail === "string") {
    const { detail, requestId, fields = [] } = error.problem;
    return { detail, requestId, fields };
  }
  const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
  if (isTimeout) return { detail: "Clawe took too long to answer. Try again.", fields: [] };
  if (error instanceof TypeError)
    return { detail: "Clawe cannot be reached. Check your connection and try again.", fields: [] };
  return { detail: "Something went wrong between this page and Clawe. Try again.", fields: [] };
}

/** What the API said about one field of the body, as a sentence: its messages are predicates such as “is taken”. */
export function fieldError(error: unknown, field: string, subject = "This"): string | undefined {
  if (!error) return undefined;
  const message = describeError(error).fields.find((each) => each.field === `body.${field}`)?.message;
  if (!message) return undefined;
  return /^(is|are|has|contains|must|may|can)\b/.test(message) ? `${subject} ${message}.` : message;
}

/** Idempotency keys for a form: the same content gets the same key however often it is sent. */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef<{ content: string; key: string }>(undefined);
  return (body) => {
    const content = JSON.stringify(body);
    if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
