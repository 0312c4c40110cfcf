// The APIs: HTTP with one function per noun, and WebSockets. The stages are named after the site's paths to them.
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import * as logs from "aws-cdk-lib/aws-logs";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import { nouns } from "../../functions/routes.ts";
import { endpoints } from "../../functions/subscriptions.ts";
import type { Deployment } from "../deployment.ts";
import { arn, createFunction } from "../function.ts";
import { acknowledge } from "../permissions.ts";

/** The routes of a noun are one function. */
export const apiEntry = (noun: string): string => `api/${noun}`;

export class ApiStack extends Stack {
  readonly http: apigateway.HttpApi;
  readonly sockets: apigateway.WebSocketApi;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    const { config } = deployment;
    super(scope, id, { env: { region: config.region } });
    acknowledge(
      this,
      "AwsSolutions-APIG4",
      "Functions resolve the caller themselves: one code for people, squadhubs and the laptop, immediate revocation, problem details as errors. A test tries every route without a token.",
    );
    deployment.provide("operators", {
      environment: {
        CLAWE_OPERATORS: StringParameter.valueForStringParameter(this, `/clawe/${config.stage}/operators`),
      },
    });
    this.sockets = this.#sockets(deployment);
    this.http = this.#http(deployment);
  }

  #http(deployment: Deployment): apigateway.HttpApi {
    const { config, names } = deployment;
    const api = new apigateway.HttpApi(this, "Http", {
      apiName: names.prefix,
      createDefaultStage: false,
    });
    for (const [noun, { routes }] of Object.entries(nouns)) {
      const handler = createFunction(this, noun, deployment, {
        entry: apiEntry(noun),
        timeoutSeconds: 29,
        memoryMb: 1024,
      });
      const integration = new HttpLambdaIntegration(noun, handler, { scopePermissionToRoute: false });
      for (const { method, path } of routes)
        api.addRoutes({ path, methods: [method as apigateway.HttpMethod], integration });
    }
    // API Gateway's own 404 is no problem document, and it has no 405.
    const fallback = createFunction(this, "Fallback", deployment, { entry: endpoints.fallback });
    new apigateway.HttpRoute(this, "Unmatched", {
      httpApi: api,
      routeKey: apigateway.HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("Fallback", fallback),
    });
    new apigateway.HttpStage(this, "HttpStage", {
      httpApi: api,
      stageName: "api",
      autoDeploy: true,
      throttle: { rateLimit: config.apiRate, burstLimit: config.apiRate },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(
          new logs.LogGroup(this, "HttpLog", {
            logGroupName: `/aws/vendedlogs/api/${names.prefix}`,
            retention: config.logDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    return api;
  }

  #sockets(deployment: Deployment): apigateway.WebSocketApi {
    const { config, names } = deployment;
    const handler = createFunction(this, "Socket", deployment, { entry: endpoints.socket });
    const integration = (route: string) => ({ integration: new WebSocketLambdaIntegration(route, handler) });
    const api = new apigateway.WebSocketApi(this, "Sockets", {
      apiName: `${names.prefix}-sockets`,
      connectRouteOptions: integration("connect"),
      disconnectRouteOptions: integration("disconnect"),
      defaultRouteOptions: integration("default"),
    });
    const stage = new apigateway.WebSocketStage(this, "SocketStage", {
      webSocketApi: api,
      stageName: "ws",
      autoDeploy: true,
      throttle: { rateLimit: config.apiRate, burstLimit: config.apiRate },
    });
    acknowledge(
      stage,
      "AwsSolutions-APIG1",
      "The function logs who opens and closes; what they carry is in no log, and their access log would need a role of the whole account.",
    );
    // Only other stacks send to sockets.
    const apiId = this.exportValue(api.apiId, { name: `${names.prefix}-sockets` });
    deployment.provide("sockets", {
      environment: {
        CLAWE_SOCKET_ENDPOINT: `https://${apiId}.execute-api.${this.region}.amazonaws.com/ws`,
      },
      permissions: [
        {
          actions: ["execute-api:ManageConnections"],
          resources: [arn(this, "execute-api", `${apiId}/ws/POST/@connections/*`)],
          wildcard: "Connections are made while we run; the API is ours.",
        },
      ],
    });
    return api;
  }
}

/** No query string: it can hold a ticket. No path: the route says enough, and ids of tenants stay out of it. */
const accessLog = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  bytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  ip: "$context.identity.sourceIp",
  error: "$context.error.message",
  integrationError: "$context.integrationErrorMessage",
};
