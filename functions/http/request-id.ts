// Every response names its request by API Gateway's id: the one that problems, logs and the audit log have too.
import { addHeaders, type HttpMiddleware } from "./headers.ts";

export const requestId = (): HttpMiddleware =>
  addHeaders(({ requestContext }) => ({ "x-request-id": requestContext.requestId }));
