// The typed client of the API, for the web app and the CLI. Its types are generated from openapi.json.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.gen.ts";

export type Schemas = components["schemas"];
export type ApiClient = Client<paths>;

/** A problem that the API answered with. Its `message` is written for the caller. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: Schemas["Problem"];

  constructor(problem: Schemas["Problem"]) {
    super(problem.detail);
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** The site's URL, without `/api`. */
  site: string;
  /** The bearer token of each request; undefined sends none. */
  token: () => string | undefined | Promise<string | undefined>;
  /** Milliseconds until a request is aborted; 15,000 by default. */
  timeoutMs?: number;
}

/** A client of the API. Pass each call to `answer` to get its data. */
export function apiClient({ site, token, timeoutMs = 15_000 }: ClientOptions): ApiClient {
  const client = createClient<paths>({ baseUrl: `${site.replace(/\/$/, "")}/api` });
  client.use({
    async onRequest({ request }) {
      const bearer = await token();
      if (bearer) request.headers.set("authorization", `Bearer ${bearer}`);
      return new Request(request, {
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]),
      });
    },
  });
  return client;
}

/** The data of a call. Throws `ApiError`, or an `Error` when the answer is not from the API. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: Schemas["Problem"]; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  // A proxy's error page is not a problem document.
  if (!response.ok && typeof error?.detail !== "string")
    throw new Error(`The API answered ${response.status} and gave no reason. Try again.`);
  if (error !== undefined) throw new ApiError(error);
  return data as T;
}
