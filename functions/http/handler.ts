// What every HTTP handler of the API shares, as a chain of middlewares around the code that responds.
import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import httpHeaderNormalizer from "@middy/http-header-normalizer";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { responseHeaders } from "./headers.ts";
import { problems } from "./problem.ts";
import { requestId } from "./request-id.ts";

export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

const logger = new Logger({ serviceName: "api" });

/**
 * A Lambda handler around `respond`. Errors become problem details first; then that response, like any other, gets its
 * headers: after `respond`, middy runs the chain from its last middleware to its first.
 */
export function httpHandler(
  respond: (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>,
): HttpHandler {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(respond)
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(httpHeaderNormalizer())
    .use(requestId())
    .use(responseHeaders())
    .use(problems(logger));
}
