// The way to the API: settings from the environment, retries, and failures in words that say what to do next.
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type ApiClient, apiClient } from "../client/index.ts";
import { accessToken } from "./sign-in/index.ts";

/** What a call of the client gives; `error` is whatever the body was, a proxy's page too. */
interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export interface Caller {
  api: ApiClient;
  /**
   * The data that `send` is answered with. Calls it again, at most twice and with the same header, after a network
   * failure, 429, 503, or while the first try is still under way. Throws an `Error` whose message is for the caller to read.
   */
  ask<T>(send: (header: { "Idempotency-Key": string }) => Promise<Answer<T>>): Promise<T>;
}

export interface Connection extends Caller {
  /** The path parameter of every route of a workspace. */
  path: { tenantId: string };
}

const pausesMs = [300, 1200];
const longestPauseMs = 10_000;

/**
 * Connects to the workspace that the token is of; each request has `timeoutMs`. Throws an `Error` that says which
 * variable to set, and to what.
 */
export function connect(environment: NodeJS.ProcessEnv = process.env, timeoutMs = 15_000): Connection {
  const site = siteOf(environment.CLAWE_URL?.trim());
  const { token, tenantId } = tokenOf(environment.SQUADHUB_TOKEN?.trim());
  const remedy = "Set SQUADHUB_TOKEN to the workspace's token.";
  return { ...callerOf(site, async () => token, remedy, timeoutMs), path: { tenantId } };
}

/** Where people sign in when CLAWE_URL does not say. */
const LAPTOP = "http://localhost:4000";

/** The site of the commands that people sign in for: a laptop's own unless said. Throws an `Error` for what is none. */
export const siteOfPeople = (environment: NodeJS.ProcessEnv = process.env): string =>
  siteOf(environment.CLAWE_URL?.trim() || LAPTOP);

/** Connects as whoever is signed in. */
export const connectAsPerson = (site: string = siteOfPeople()): Caller =>
  callerOf(site, () => accessToken(site), "Run clawe login.", 15_000);

/** `remedy`: what to do when the token is refused. */
function callerOf(site: string, token: () => Promise<string>, remedy: string, timeoutMs: number): Caller {
  let bearer: string | undefined;
  const api = apiClient({ site, token: () => bearer, timeoutMs });
  return {
    api,
    async ask(send) {
      const header = { "Idempotency-Key": randomUUID() };
      for (let attempt = 0; ; attempt++) {
        bearer = await token();
        const outcome = await attemptOf(within(timeoutMs, send(header)), site, remedy);
        if ("data" in outcome) return outcome.data;
        const pause = pausesMs[attempt];
        if (pause === undefined || !outcome.passing || (outcome.afterMs ?? 0) > longestPauseMs)
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

/** The client's own time limit is an AbortSignal, which Node 20 can lose to its garbage collector. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
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
  /** `passing`: may be gone when tried again, `afterMs` from now if the API said when. */
  | { failure: Error; passing: boolean; afterMs?: number };

async function attemptOf<T>(sent: Promise<Answer<T>>, site: string, remedy: string): Promise<Outcome<T>> {
  let answer: Answer<T>;
  try {
    answer = await sent;
  } catch (error) {
    return unanswered(error, site);
  }
  const { response, error, data } = answer;
  if (response.ok) return { data: data as T };
  const afterMs = retryAfterMs(response.headers.get("retry-after"));
  const detail = (error as { detail?: unknown } | undefined)?.detail;
  return {
    failure: new Error(
      reasonOf(response, typeof detail === "string" ? detail : undefined, { site, remedy, afterMs }),
    ),
    // A conflict that says when is the first try of this very call, still under way.
    passing: [429, 503].includes(response.status) || (response.status === 409 && afterMs !== undefined),
    afterMs,
  };
}

function reasonOf(
  { status }: Response,
  detail: string | undefined,
  { site, remedy, afterMs }: { site: string; remedy: string; afterMs: number | undefined },
): string {
  if (status === 401) return `${detail ?? "The API refuses the token."} ${remedy}`;
  const reason = detail ?? `${site} answered ${status} without saying why.`;
  if (afterMs !== undefined) return `${reason} Try again in ${Math.ceil(afterMs / 1000)} seconds.`;
  return detail ? reason : `${reason} Try again in a minute; if it stays so, check CLAWE_URL.`;
}

function unanswered(error: unknown, site: string): Outcome<never> {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name === "TimeoutError") {
    const reason = `${site} did not answer in time. Try again in a minute.`;
    // Not sent again: whoever waits for this command has waited long enough.
    return { failure: new Error(reason, { cause: error }), passing: false };
  }
  if (name === "SyntaxError") {
    const reason = `${site} does not answer like the Clawe API. Set CLAWE_URL to the site's address without /api.`;
    return { failure: new Error(reason, { cause: error }), passing: false };
  }
  const code = typeof cause?.code === "string" ? ` (${cause.code})` : "";
  const reason = `${site} cannot be reached${code}. Try again in a minute; if it stays so, check CLAWE_URL.`;
  return { failure: new Error(reason, { cause: error }), passing: true };
}

/** Milliseconds of a Retry-After header: seconds or a date. */
function retryAfterMs(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
