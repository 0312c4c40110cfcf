// The userinfo endpoint for our JWT access tokens, as Cognito has it; the provider's own accepts opaque tokens only.
import type { IncomingMessage, ServerResponse } from "node:http";
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import type { Provider } from "oidc-provider";
import { AUDIENCE } from "./clients.ts";
import { claimsOf } from "./provider.ts";
import type { Users } from "./users.ts";

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { ...headers, "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

/** Answers `GET` and `POST <issuer>/me`, and the web app's preflight requests. */
export function createUserinfo(input: {
  issuer: string;
  webOrigin: string;
  provider: Provider;
  users: Users;
  jwks: JSONWebKeySet;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { issuer, webOrigin, provider, users } = input;
  const keys = createLocalJWKSet(input.jwks);

  async function userOf(token: string) {
    const { payload } = await jwtVerify(token, keys, { issuer, audience: AUDIENCE, typ: "at+jwt" });
    const grant = typeof payload.sid === "string" ? await provider.Grant.find(payload.sid) : undefined;
    return grant && payload.sub !== undefined ? users.find(payload.sub) : undefined;
  }

  return async (request, response) => {
    response.setHeader("vary", "Origin");
    if (request.headers.origin === webOrigin) response.setHeader("access-control-allow-origin", webOrigin);
    if (request.method === "OPTIONS") {
      response.writeHead(204, {
        "access-control-allow-headers": "authorization",
        "access-control-allow-methods": "GET,POST",
      });
      response.end();
      return;
    }
    const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) {
      send(response, 401, { error: "invalid_request" }, { "www-authenticate": "Bearer" });
      return;
    }
    try {
      const user = await userOf(token);
      if (user) {
        send(response, 200, claimsOf(user));
        return;
      }
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    send(response, 401, { error: "invalid_token" }, { "www-authenticate": 'Bearer error="invalid_token"' });
  };
}
