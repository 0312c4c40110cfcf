// Helpers over node:http: JSON bodies, JSON responses, errors with a status.
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BodyTooLargeError, readBody as readBytes } from "../http.ts";
import { isRecord } from "../json.ts";
import type { AgentSettings } from "./settings.ts";

const maxBodyBytes = 4 * 1024 * 1024;

/** Thrown to end a request early with this response. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** A 400 that names the field. */
export function badField(field: string, problem: string): HttpError {
  const error = { message: `${field} ${problem}`, type: "invalid_request", field };
  return new HttpError(400, { error });
}

/** The request's JSON object. Throws a 413 over 4 MB, and a 400 for anything else. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse((await readBytes(request, maxBodyBytes)).toString());
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      request.resume();
      throw new HttpError(413, { error: { message: "body too large", type: "too_large" } });
    }
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (!isRecord(parsed)) throw badField("body", "must be a JSON object");
  return parsed;
}

/** A string field of `min` to `max` characters. Throws a 400 that names the field for any other value. */
export function stringField(
  body: Record<string, unknown>,
  field: string,
  { min = 1, max }: { min?: number; max: number },
): string {
  const value = body[field];
  if (typeof value !== "string" || value.length < min || value.length > max) {
    throw badField(field, `must be a string of ${min} to ${max} characters`);
  }
  return value;
}

/** The agent that the body names. Throws a 404 for an unknown one. */
export function knownAgent(agents: Map<string, AgentSettings>, body: Record<string, unknown>): AgentSettings {
  const agent = agents.get(stringField(body, "agentId", { max: 64 }));
  if (!agent) throw new HttpError(404, { error: { message: "Unknown agent.", type: "not_found" } });
  return agent;
}

/** Throws the gateway's 401 unless the request has the token; compares in constant time. */
export function requireToken(request: IncomingMessage, token: string): void {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const digest = (value: string) => createHash("sha256").update(value).digest();
  if (!timingSafeEqual(digest(given), digest(token))) {
    throw new HttpError(401, { error: { message: "Unauthorized", type: "unauthorized" } });
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .end(JSON.stringify(body));
}
