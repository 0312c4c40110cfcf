// Opens WebSockets by their tickets, and closes them. Messages from pages are ignored.
import type { APIGatewayProxyWebsocketEventV2 } from "aws-lambda";
import * as Socket from "../../core/socket/index.ts";
import { VisibleError } from "../../core/util/error.ts";

type SocketEvent = APIGatewayProxyWebsocketEventV2 & {
  queryStringParameters?: Record<string, string | undefined>;
};

export async function handler({
  requestContext,
  queryStringParameters,
}: SocketEvent): Promise<{ statusCode: number }> {
  const { connectionId, eventType } = requestContext;
  if (eventType === "DISCONNECT") await Socket.close(connectionId);
  if (eventType !== "CONNECT") return { statusCode: 200 };
  try {
    await Socket.open(queryStringParameters?.ticket ?? "", connectionId);
    return { statusCode: 200 };
  } catch (error) {
    if (error instanceof VisibleError) return { statusCode: 401 };
    throw error;
  }
}
