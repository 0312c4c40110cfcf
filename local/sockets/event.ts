// The events that API Gateway's WebSocket API hands to its functions.
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import { flatHeaders } from "../http.ts";

/** The $connect event, with the query that carries the ticket. */
export type SocketEvent = APIGatewayProxyWebsocketEventV2 & {
  headers: Record<string, string>;
  queryStringParameters?: Record<string, string>;
};

export interface Connection {
  id: string;
  /** Milliseconds since the epoch. */
  connectedAt: number;
  /** The request that opened it. */
  request: IncomingMessage;
}

const routeKeys = { CONNECT: "$connect", MESSAGE: "$default", DISCONNECT: "$disconnect" };

export function eventOf(type: keyof typeof routeKeys, connection: Connection, body?: string): SocketEvent {
  const { id, connectedAt, request } = connection;
  const now = new Date();
  const query = new URL(request.url ?? "/", "ws://localhost").searchParams;
  const headers = flatHeaders(request.headers);
  return {
    requestContext: {
      routeKey: routeKeys[type],
      messageId: randomUUID(),
      eventType: type,
      extendedRequestId: randomUUID(),
      requestTime: now.toUTCString(),
      messageDirection: "IN",
      stage: "local",
      connectedAt,
      requestTimeEpoch: now.getTime(),
      requestId: randomUUID(),
      domainName: headers.host ?? "localhost",
      connectionId: id,
      apiId: "local",
    },
    headers: type === "CONNECT" ? headers : {},
    // As in the cloud, only $connect has the query.
    queryStringParameters: type === "CONNECT" && query.size > 0 ? Object.fromEntries(query) : undefined,
    body,
    isBase64Encoded: false,
  };
}
