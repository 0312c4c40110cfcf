// An HTTP handler for AWS SDK clients that answers from the engine in this process: no port, no socket.
import { type HttpHandler, type HttpRequest, HttpResponse } from "@smithy/protocol-http";
import type { Body } from "./dynalite.ts";
import { isServiceError } from "./errors.ts";

export function createRequestHandler(
  execute: (operation: string, body: Body) => Promise<Body>,
): HttpHandler<Record<string, never>> {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    async handle(request) {
      const operation = request.headers["x-amz-target"]?.split(".")[1] ?? "";
      try {
        return { response: answer(200, await execute(operation, readBody(request))) };
      } catch (error) {
        if (isServiceError(error)) return { response: answer(error.statusCode, error.body) };
        throw error;
      }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

function readBody(request: HttpRequest): Body {
  const body: unknown = request.body;
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? "{}");
  return JSON.parse(text) as Body;
}

function answer(statusCode: number, body: Body): HttpResponse {
  return new HttpResponse({
    statusCode,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: Buffer.from(JSON.stringify(body)),
  });
}
