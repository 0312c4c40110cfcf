// The typed client of the API, for the web page and the CLI. Its types are generated from openapi.json.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.gen.ts";

export type Schemas = components["schemas"];
export type ApiClient = Client<paths>;

/** A problem the API answered with: `message` is written for whoever made the request. */
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
  /** Milliseconds until a request is given up; 15,000 unless said. */
  timeoutMs?: number;
}

/** A client whose calls give `{data}` or throw through `answer`. */
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

/** The data of an answer. Throws `ApiError`. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: Schemas["Problem"]; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  // A proxy's page between us and the API is no problem document.
  if (!response.ok && typeof error?.detail !== "string")
    throw new Error(`The API answered ${response.status} without saying why. Try again.`);
  if (error !== undefined) throw new ApiError(error);
  return data as T;
}
