// WebSockets of open pages: API Gateway keeps them.
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import type { Sockets } from "../types/sockets.ts";
import { quick, unless } from "./client.ts";
import { once, setting } from "./settings.ts";

const client = once(
  () => new ApiGatewayManagementApiClient({ ...quick, endpoint: setting("CLAWE_SOCKET_ENDPOINT") }),
);

export const sockets: Sockets = {
  async send(ConnectionId, data) {
    const command = new PostToConnectionCommand({ ConnectionId, Data: JSON.stringify(data) });
    return (await unless(client().send(command), "GoneException")) !== undefined;
  },
};
