// JSON over the gateway's HTTP server: reads a bounded body, answers, and turns an `HttpError` into its status.

const maxBody = 4 * 1024 * 1024;

/** A failure to answer with `status` and a JSON body. */
export class HttpError extends Error {
  constructor(status, body) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** A 400 that names the field and its problem. */
export function badField(field, problem) {
  return new HttpError(400, { error: { type: "invalid_request", field, message: `${field} ${problem}` } });
}

export const unknownAgent = () =>
  new HttpError(404, { error: { type: "not_found", message: "Unknown agent." } });

/** Wraps `handle(body)`, which returns `{status?, body}`, as a route handler for one HTTP method. */
export function route(method, handle) {
  return streamed(method, async (body, response) => send(response, await handle(body)));
}

/** Wraps `handle(body, response)`, which answers itself. An error that it throws before it has answered is answered here. */
export function streamed(method, handle) {
  return async (request, response) => {
    try {
      if (request.method !== method) {
        throw new HttpError(405, {
          error: { type: "method_not_allowed", message: `Only ${method} is allowed here.` },
        });
      }
      await handle(await readJson(request), response);
    } catch (error) {
      if (response.headersSent) throw error;
      send(response, error instanceof HttpError ? error : internal(error));
    }
    return true;
  };
}

function internal(error) {
  // The error may contain paths or content, so it goes to the gateway's log only.
  console.error("[clawe]", error);
  return { status: 500, body: { error: { type: "internal", message: "The request failed." } } };
}

function send(response, { status = 200, body }) {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  response.setHeader("cache-control", "no-store");
  response.end(JSON.stringify(body));
}

async function readJson(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBody) {
      throw new HttpError(413, { error: { type: "too_large", message: "The body is too large." } });
    }
    chunks.push(chunk);
  }
  const body = parse(Buffer.concat(chunks).toString("utf8"));
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badField("body", "must be a JSON object");
  return body;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller answers 400
  }
}

/** A string field of `body`. Throws a 400 that names the field when its length in characters is out of range. */
export function stringField(body, field, { min = 1, max }) {
  const value = body[field];
  if (typeof value !== "string" || value.length < min || value.length > max) {
    throw badField(field, `must be a string of ${min} to ${max} characters`);
  }
  return value;
}
