/// <reference path="./.sst/platform/config.d.ts" />
// `sst dev`: live development of the API and its events on AWS, against a table and a user pool of one's own.
// Squadhubs are not part of it: a laptop runs them itself (`npm start`), and CDK deploys (infra/).

export default $config({
  app: ({ stage }) => ({
    name: "clawe-cloud",
    home: "aws",
    protect: stage === "prod",
    removal: "remove",
    providers: { aws: { region: "us-east-1" } },
  }),
  async run() {
    if (!$dev) throw new Error("This is for `sst dev` only: deployments are CDK's.");
    // SST bundles what is imported here. functions/subscriptions.ts is not among it: it loads every function.
    const { default: api } = await import("./openapi.json");
    const { bundling, tableActions } = await import("./infra/shared.ts");
    const { patternOf, readers } = await import("./events/changes.ts");
    const site = "http://localhost:5173";

    const table = new sst.aws.Dynamo("Table", {
      fields: { pk: "string", sk: "string", gsi1pk: "string", gsi1sk: "string" },
      primaryIndex: { hashKey: "pk", rangeKey: "sk" },
      globalIndexes: { gsi1: { hashKey: "gsi1pk", rangeKey: "gsi1sk" } },
      stream: "new-and-old-images",
      ttl: "ttl",
    });
    const domain = `clawe-${$app.stage}-sst`;
    const pool = new sst.aws.CognitoUserPool("Identity", {
      usernames: ["email"],
      domain: { prefix: domain },
    });
    const client = pool.addClient("Web", {
      callbackUrls: [`${site}/callback`],
      transform: {
        client: {
          logoutUrls: [`${site}/`],
          allowedOauthFlows: ["code"],
          allowedOauthFlowsUserPoolClient: true,
          allowedOauthScopes: ["openid", "email", "profile"],
          generateSecret: false,
          enableTokenRevocation: true,
        },
      },
    });
    const bus = new sst.aws.Bus("Bus");

    const { format, ...esbuild } = bundling;
    const nodejs = { format, esbuild };
    const environment = {
      CLAWE_TABLE: table.name,
      CLAWE_BUS: bus.name,
      CLAWE_SITE_URL: site,
      CLAWE_OPERATORS: process.env.CLAWE_OPERATORS ?? "",
      CLAWE_ISSUER: $interpolate`https://cognito-idp.us-east-1.amazonaws.com/${pool.id}`,
      CLAWE_CLIENT_IDS: client.id,
      CLAWE_USERINFO_URL: $interpolate`https://${domain}.auth.us-east-1.amazoncognito.com/oauth2/userInfo`,
      // New workspaces stay where their run is queued: there is no cell to put a squadhub into.
      CLAWE_CELLS: "[]",
    };
    const ofTable = {
      actions: tableActions,
      resources: [table.arn, $interpolate`${table.arn}/index/gsi1`],
    };
    const live = (handler: string) => ({
      handler,
      runtime: "nodejs24.x" as const,
      architecture: "arm64" as const,
      timeout: "29 seconds" as const,
      environment,
      nodejs,
      permissions: [ofTable, { actions: ["events:PutEvents"], resources: [bus.arn] }],
    });

    const http = new sst.aws.ApiGatewayV2("Api", { cors: false });
    for (const [path, operations] of Object.entries(api.paths))
      for (const [method, { tags }] of Object.entries(operations))
        http.route(`${method.toUpperCase()} ${path}`, live(`functions/api/${tags[0]}.handler`));
    table.subscribe("Publish", live("functions/consumers/publish-changes.handler"), {
      filters: [patternOf(readers.events)],
    });
    return { api: http.url, issuer: environment.CLAWE_ISSUER, clientId: client.id };
  },
});
