// The only module that calls gateways. Every call throws `GatewayError` and nothing else.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { GatewayError } from "./errors.ts";

/** A gateway's address and the token that it accepts. */
export interface GatewayConnection {
  url: string;
  token: string;
}

export interface AgentMessage {
  agentId: string;
  message: string;
  /** The same key never starts a second turn. */
  idempotencyKey: string;
  /** Refused as `busy` while the agent is at work. The gateway does not report when it is free again. */
  onlyIfFree?: boolean;
}

// A gateway's event loop can block for four to six seconds while it prepares an agent's first turn.
const probeTimeoutMs = 10_000;
const callTimeoutMs = 20_000;
const maxPatchAttempts = 5;
const patchRetryMs = 500;

/**
 * Whether the server at `url` knows the token, without revealing it. Call it before any other call: the address may have
 * been given to another tenant's gateway.
 */
export async function prove({ url, token }: GatewayConnection): Promise<boolean> {
  const nonce = randomBytes(32).toString("base64url");
  const response = await request(url, "/clawe/prove", { method: "POST", body: { nonce } }, probeTimeoutMs);
  if (response.status >= 500) throw failure(response.status, "prove");
  const { proof } = record(response.body);
  if (response.status !== 200 || typeof proof !== "string") return false;
  const expected = createHmac("sha256", token).update(`clawe-prove:${nonce}`).digest();
  const given = Buffer.from(proof, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether the gateway is ready to take calls. */
export async function health({ url }: Pick<GatewayConnection, "url">): Promise<{ ready: boolean }> {
  const response = await request(url, "/readyz", { method: "GET" }, probeTimeoutMs);
  return { ready: response.status === 200 };
}

/** Sends a message to an agent's main session. Returns when the gateway has accepted it, long before the turn ends. */
export async function send(
  connection: GatewayConnection,
  { agentId, message, idempotencyKey, onlyIfFree }: AgentMessage,
): Promise<{ duplicate: boolean }> {
  const call = { method: "POST", body: { agentId, message, idempotencyKey, onlyIfFree } };
  const { accepted, duplicate } = await authorized(connection, "/clawe/send", call);
  // A success without it comes from something else, such as a proxy.
  if (accepted !== true) throw new GatewayError("unreachable", "What answers is not the gateway.");
  return { duplicate: duplicate === true };
}

/** Writes Markdown files (plain names, 64 KB each) into an agent's workspace. Null deletes a file. Returns the names written. */
export async function writeFiles(
  connection: GatewayConnection,
  { agentId, files }: { agentId: string; files: Record<string, string | null> },
): Promise<string[]> {
  const call = { method: "PUT", body: { agentId, files } };
  const { written } = await authorized(connection, "/clawe/files", call);
  return Array.isArray(written) ? written.filter((name) => typeof name === "string") : [];
}

/** Ends the chat with this key. Does nothing when it is over or was never begun. */
export async function hangUp(connection: GatewayConnection, key: string): Promise<void> {
  await authorized(connection, "/clawe/hangup", { method: "POST", body: { key } });
}

/** Calls an administrative method and returns its payload. A stale config hash is `busy`. */
export async function rpc(
  connection: GatewayConnection,
  method: string,
  params: Record<string, unknown>,
): Promise<unknown> {
  const { payload } = await authorized(connection, "/api/v1/admin/rpc", {
    method: "POST",
    body: { method, params },
  });
  return payload;
}

/** Calls a gateway's administrative methods, directly or through the forwarder. */
export type RpcCall = (method: string, params: Record<string, unknown>) => Promise<unknown>;

/**
 * Reads the config, asks `change` for a merge patch and applies it. Starts over when the config has changed meanwhile.
 * Returns whether anything was patched.
 */
export async function patchConfig(
  call: RpcCall,
  change: (current: Record<string, unknown>) => Record<string, unknown> | undefined,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      const snapshot = record(await call("config.get", {}));
      const patch = change(record(snapshot.sourceConfig ?? snapshot.config));
      if (!patch) return false;
      await call("config.patch", { raw: JSON.stringify(patch), baseHash: snapshot.hash });
      return true;
    } catch (error) {
      const isStale = error instanceof GatewayError && error.reason === "busy";
      if (!isStale || attempt === maxPatchAttempts) throw error;
      await delay(attempt * patchRetryMs);
    }
  }
}

interface GatewayRequest {
  method: string;
  body?: unknown;
}

interface GatewayResponse {
  status: number;
  body: unknown;
}

async function authorized(
  { url, token }: GatewayConnection,
  path: string,
  call: GatewayRequest,
): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await request(url, path, { ...call, headers }, callTimeoutMs);
  const body = record(response.body);
  if (response.status >= 200 && response.status < 300) return body;
  const isStale = /config changed since last load/i.test(String(record(body.error).message));
  throw isStale
    ? new GatewayError("busy", "The gateway's config was changed meanwhile.")
    : failure(response.status, path);
}

async function request(
  url: string,
  path: string,
  { method, body, headers }: GatewayRequest & { headers?: Record<string, string> },
  timeoutMs: number,
): Promise<GatewayResponse> {
  try {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      // A redirect would carry the token to an address that was not proven.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: parse(await response.text()) };
  } catch {
    // The message of fetch names addresses. Callers need only know that it failed.
    throw new GatewayError("unreachable", "The gateway does not answer.");
  }
}

export function failure(status: number, what: string): GatewayError {
  const message = `The gateway answered ${status} to ${what}.`;
  // It accepts another token: it is not the gateway that was meant, or not yet.
  if (status === 401) return new GatewayError("unreachable", message);
  const isTemporary = status === 409 || status === 429 || status >= 500;
  return new GatewayError(isTemporary ? "busy" : "refused", message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not one of our answers. The status is enough.
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
