// The connection to the API: settings from the environment, retries, and errors that say what to do next.

import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type ApiClient, apiClient } from "../client/index.ts";
import { type Page, allPages as readAll } from "../client/pages.ts";
import { accessToken } from "./sign-in/index.ts";

/** The result of a client call. `error` is the body, whatever it was: it may be a proxy's page. */
interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export interface Caller {
  api: ApiClient;
  /**
   * Returns the data that `send` is answered with. Calls `send` again, at most twice and with the same header, after a
   * network failure, 429, 503, or while the first attempt is still under way. Throws an `Error` whose message is
   * written for the person or agent who ran the command.
   */
  request<T>(send: (header: { "Idempotency-Key": string }) => Promise<Answer<T>>): Promise<T>;
}

export interface Connection extends Caller {
  /** The path parameter of every route of a workspace. */
  path: { tenantId: string };
}

const pausesMs = [300, 1200];
const longestPauseMs = 10_000;
const defaultTimeoutMs = 15_000;

/**
 * Connects to the workspace that the squadhub token names. Each request has `timeoutMs`. Throws an `Error` that says
 * which variable to set, and to what.
 */
export function connect(
  environment: NodeJS.ProcessEnv = process.env,
  timeoutMs = defaultTimeoutMs,
): Connection {
  const site = siteOf(environment.CLAWE_URL?.trim());
  const { token, tenantId } = tokenOf(environment.SQUADHUB_TOKEN?.trim());
  const remedy = "Set SQUADHUB_TOKEN to the workspace's token.";
  return { ...callerOf(site, async () => token, remedy, timeoutMs), path: { tenantId } };
}

/** Where people sign in when CLAWE_URL is not set. */
const LOCAL_SITE = "http://localhost:4000";

/** The site for commands that need a sign-in. Throws an `Error` when CLAWE_URL is not a site's address. */
export const siteForPeople = (environment: NodeJS.ProcessEnv = process.env): string =>
  siteOf(environment.CLAWE_URL?.trim() || LOCAL_SITE);

/** Connects as the person who is signed in. */
export function connectAsPerson(): Caller {
  const site = siteForPeople();
  return callerOf(site, () => accessToken(site), "Run clawe login.", defaultTimeoutMs);
}

/** `remedy` tells the caller what to do when the token is refused. */
function callerOf(site: string, token: () => Promise<string>, remedy: string, timeoutMs: number): Caller {
  let bearer: string | undefined;
  const api = apiClient({ site, token: () => bearer, timeoutMs });
  return {
    api,
    async request(send) {
      const header = { "Idempotency-Key": randomUUID() };
      for (let attempt = 0; ; attempt++) {
        bearer = await token();
        const outcome = await outcomeOf(withDeadline(timeoutMs, send(header)), site, remedy);
        if ("data" in outcome) return outcome.data;
        const pause = pausesMs[attempt];
        if (pause === undefined || !outcome.isTransient || (outcome.afterMs ?? 0) > longestPauseMs)
          throw outcome.failure;
        await wait(outcome.afterMs ?? pause);
      }
    },
  };
}

function siteOf(value: string | undefined): string {
  const expected = "Set it to the site's address without /api, such as https://clawe.example.";
  if (!value) throw new Error(`CLAWE_URL is not set. ${expected}`);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSite =
    url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!isSite || /\/api\/?$/.test(url.pathname))
    throw new Error(`CLAWE_URL is not a site's address. ${expected}`);
  return url.href.replace(/\/$/, "");
}

function tokenOf(value: string | undefined): { token: string; tenantId: string } {
  const expected = "the workspace's token, of the form sqh.<workspace>.<secret>";
  if (!value) throw new Error(`SQUADHUB_TOKEN is not set. Set it to ${expected}.`);
  const tenantId = /^sqh\.(ten_[0-9A-Za-z]+)\.[\w-]+$/.exec(value)?.[1];
  if (!tenantId) throw new Error(`SQUADHUB_TOKEN is not a token. Set it to ${expected}.`);
  return { token: value, tenantId };
}

/** Enforces the deadline with a timer: the client's own is an AbortSignal, which Node 20 may garbage-collect. */
async function withDeadline<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("timed out", "TimeoutError")), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

type Outcome<T> =
  | { data: T }
  /** `isTransient`: a retry may succeed, `afterMs` from now if the API said when. */
  | { failure: Error; isTransient: boolean; afterMs?: number };

async function outcomeOf<T>(sent: Promise<Answer<T>>, site: string, remedy: string): Promise<Outcome<T>> {
  let answer: Answer<T>;
  try {
    answer = await sent;
  } catch (error) {
    return noAnswer(error, site);
  }
  const { response, error, data } = answer;
  if (response.ok) return { data: data as T };
  const afterMs = retryAfterMs(response.headers.get("retry-after"));
  const detail = (error as { detail?: unknown } | undefined)?.detail;
  return {
    failure: new Error(
      reasonOf(response, typeof detail === "string" ? detail : undefined, { site, remedy, afterMs }),
    ),
    // A conflict with Retry-After is the first attempt of this same call, still under way.
    isTransient: [429, 503].includes(response.status) || (response.status === 409 && afterMs !== undefined),
    afterMs,
  };
}

function reasonOf(
  { status }: Response,
  detail: string | undefined,
  { site, remedy, afterMs }: { site: string; remedy: string; afterMs: number | undefined },
): string {
  if (status === 401) return `${detail ?? "The API refused the token."} ${remedy}`;
  const reason = detail ?? `${site} answered ${status} and gave no reason.`;
  if (afterMs !== undefined) return `${reason} Try again in ${Math.ceil(afterMs / 1000)} seconds.`;
  return detail ? reason : `${reason} ${RETRY_LATER}`;
}

const RETRY_LATER = "Try again in a minute. If that does not help, check CLAWE_URL.";

function noAnswer(error: unknown, site: string): Outcome<never> {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  const failed = (reason: string, isTransient: boolean) => ({
    failure: new Error(reason, { cause: error }),
    isTransient,
  });
  // Not retried: the caller has waited long enough.
  if (name === "TimeoutError") return failed(`${site} did not answer in time. Try again in a minute.`, false);
  if (name === "SyntaxError")
    return failed(
      `${site} does not answer like the Clawe API. Set CLAWE_URL to the site's address without /api.`,
      false,
    );
  const code = typeof cause?.code === "string" ? ` (${cause.code})` : "";
  return failed(`${site} cannot be reached${code}. ${RETRY_LATER}`, true);
}

/** Milliseconds of a Retry-After header, which holds seconds or a date. */
function retryAfterMs(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Reads a list page by page, 100 items at a time, and stops after the page that reaches `enough` items. */
export const allPages = <T>(
  { request }: Caller,
  read: (page: { limit: number; cursor?: string }) => Promise<Answer<Page<T>>>,
  enough?: number,
): Promise<T[]> => readAll((cursor) => request(() => read({ limit: 100, cursor })), enough);
