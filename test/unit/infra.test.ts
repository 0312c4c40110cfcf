// The templates that would be deployed: one synth of dev for all checks.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { App } from "aws-cdk-lib";
import { CfnEventSourceMapping, CfnFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import cdk from "../../cdk.json" with { type: "json" };
import { PORTS } from "../../cli/sign-in/loopback.ts";
import { nouns } from "../../functions/routes.ts";
import { addStacks, entries } from "../../infra/build.ts";
import { type Bundles, bundle } from "../../infra/bundles.ts";
import { configs } from "../../infra/config.ts";
import { parts } from "../../infra/deployment.ts";
import * as platform from "../../platform/aws/index.ts";
import { machines } from "../../workflows/index.ts";
import { functionsOf } from "../../workflows/saga.ts";

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}
type Resources = Record<string, Resource>;

let directory: string;
let app: App;
let bundles: Bundles;
const templates = new Map<string, Resources>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "clawe-infra-"));
  bundles = await bundle(entries, join(directory, "functions"));
  const outdir = join(directory, "out");
  app = new App({ outdir, analyticsReporting: false, context: cdk.context });
  addStacks(app, configs.dev, bundles);
  app.synth();
  for (const file of await readdir(outdir)) {
    if (!file.endsWith(".template.json")) continue;
    const { Resources } = JSON.parse(await readFile(join(outdir, file), "utf8"));
    templates.set(file.replace(/^Clawe-dev-|\.template\.json$/g, ""), Resources);
  }
}, 120_000);

afterAll(() => rm(directory, { recursive: true, force: true }));

function resources(stack: string, type: string): [id: string, properties: Record<string, unknown>][] {
  return Object.entries(templates.get(stack) ?? {}).flatMap(([id, { Type, Properties }]) =>
    Type === type ? [[id, Properties]] : [],
  );
}

/** The logical id in `{"Fn::GetAtt": [id, …]}` or a deeper one. */
const mentions = (value: unknown, id: string) => JSON.stringify(value).includes(`"${id}"`);

describe("the table", () => {
  it("has the keys, the index, the stream, the expiry and the backup that the domain relies on", () => {
    const [[, table] = []] = resources("Table", "AWS::DynamoDB::Table");
    expect(table).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: "gsi1",
          KeySchema: [
            { AttributeName: "gsi1pk", KeyType: "HASH" },
            { AttributeName: "gsi1sk", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "ALL" },
        },
      ],
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    });
  });

  it("may be scanned by no function", () => {
    for (const template of templates.values())
      expect(JSON.stringify(template)).not.toContain("dynamodb:Scan");
  });
});

describe("the API", () => {
  it("has exactly the routes of the table of routes, each with its noun's function", () => {
    const integrations = new Map(resources("Api", "AWS::ApiGatewayV2::Integration"));
    const functions = resources("Api", "AWS::Lambda::Function");
    const deployed = resources("Api", "AWS::ApiGatewayV2::Route").flatMap(([, { RouteKey, Target }]) => {
      if (String(RouteKey).startsWith("$")) return [];
      const [, integration] = [...integrations].find(([id]) => mentions(Target, id))!;
      const [, handler] = functions.find(([id]) => mentions(integration, id))!;
      return [`${RouteKey} ${handler.Description}`];
    });
    const declared = Object.entries(nouns).flatMap(([noun, { routes }]) =>
      routes.map(({ method, path }) => `${method} ${path} functions/api/${noun}`),
    );
    expect(deployed.toSorted()).toEqual(declared.toSorted());
  });

  it("has stages that are called as the site's paths", () => {
    const stages = resources("Api", "AWS::ApiGatewayV2::Stage").map(([, { StageName }]) => StageName);
    expect(stages.toSorted()).toEqual(["api", "ws"]);
  });
});

describe("the state machines", () => {
  it.each(Object.entries(machines))("%s is ours to the letter", (name, machine) => {
    const [[, deployed] = []] = resources("Workflows", "AWS::StepFunctions::StateMachine").filter(
      ([, { StateMachineName }]) => StateMachineName === `clawe-dev-${name}`,
    );
    expect(JSON.parse(String(deployed?.DefinitionString))).toEqual(machine);
    const substitutions = deployed?.DefinitionSubstitutions as Record<string, unknown>;
    expect(Object.keys(substitutions).toSorted()).toEqual(functionsOf(machine).toSorted());
  });

  it("give no function less time than a state does", () => {
    const timeouts = new Map(
      resources("Workflows", "AWS::Lambda::Function").map(([id, { Timeout }]) => [id, Number(Timeout)]),
    );
    for (const machine of Object.values(machines))
      for (const { Parameters, Resource, TimeoutSeconds } of Object.values(machine.States)) {
        // Its time is somebody else's, whose word it waits for.
        if (String(Resource).endsWith(".waitForTaskToken")) continue;
        const [, name] = /"FunctionName":"\$\{(\w+)\}"/.exec(JSON.stringify(Parameters ?? {})) ?? [];
        if (!name) continue;
        const [, timeout] = [...timeouts].find(([id]) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id))!;
        expect(timeout, name).toBeGreaterThanOrEqual(Number(TimeoutSeconds));
      }
  });
});

describe("the bundles", () => {
  it("load in Node as they are, without a setting, and have their handlers", async () => {
    const files = [...bundles.values()].map((each) => join(each.directory, "index.mjs"));
    const load = `for (const file of ${JSON.stringify(files)})
      if (typeof (await import(file)).handler !== "function") throw new Error(file);`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", load], { env: {} });
    await expect(run).resolves.toMatchObject({ stderr: "" });
  }, 60_000);
});

describe("what a function may do", () => {
  it("is said for every part of the platform", () => {
    expect([...parts].toSorted()).toEqual(Object.keys(platform).toSorted());
  });

  it("follows from what its bundle holds: the task API has no client of squadhubs' resources", () => {
    const { platform } = bundles.get("api/task")!;
    expect(platform).toContain("table");
    expect(platform).not.toContain("squadhubs");
    expect(platform).not.toContain("secrets");
  });

  it("is only looking, for the function behind operators' executions and schedules", () => {
    const { platform } = bundles.get("api/inspection")!;
    expect(platform).toContain("executions");
    expect(platform).toContain("schedule-reader");
    expect(platform).not.toContain("workflows");
    expect(platform).not.toContain("schedules");
  });

  it("is limited for squadhubs' roles by their boundary", () => {
    const policies = resources("Workflows", "AWS::IAM::Policy").map(([, properties]) => properties);
    const creating = policies.filter((policy) => JSON.stringify(policy).includes("iam:CreateRole"));
    expect(creating).toHaveLength(1);
    const { Statement } = creating[0]!.PolicyDocument as { Statement: Record<string, unknown>[] };
    for (const statement of Statement)
      if (JSON.stringify(statement.Action).match(/iam:(CreateRole|PutRolePolicy)/))
        expect(JSON.stringify(statement.Condition)).toContain("iam:PermissionsBoundary");
  });
});

describe("signing in", () => {
  it("lets the command take its codes on this machine, at the ports that it listens on, without a secret", () => {
    const [[id, client] = []] = resources("Identity", "AWS::Cognito::UserPoolClient").filter(([id]) =>
      id.startsWith("PoolCli"),
    );
    expect(client).toMatchObject({
      AllowedOAuthFlows: ["code"],
      CallbackURLs: PORTS.map((port) => `http://localhost:${port}/callback`),
      GenerateSecret: false,
    });
    // The site says who the command is, and the API takes its tokens.
    const accepts = resources("Api", "AWS::Lambda::Function").filter(([, { Environment }]) =>
      JSON.stringify(Environment ?? {}).includes("CLAWE_CLIENT_IDS"),
    );
    expect(accepts.length).toBeGreaterThan(0);
    for (const [, { Environment }] of accepts) expect(JSON.stringify(Environment)).toContain(id);
    const published = resources("Web", "AWS::CloudFront::Function").map(([, properties]) =>
      JSON.stringify(properties),
    );
    expect(published.join()).toContain("cliClientId");
  });

  it("goes on as nobody by itself: the laptop's hint and outbox are not published", () => {
    const published = JSON.stringify(resources("Web", "AWS::CloudFront::Function"));
    expect(published).not.toMatch(/demo|outbox/);
  });
});

describe("the network", () => {
  it("has no NAT, and lets nobody but the forwarder in to squadhubs", () => {
    expect(resources("Gateway", "AWS::EC2::NatGateway")).toEqual([]);
    const groups = resources("Gateway", "AWS::EC2::SecurityGroup");
    const [squadhubs] = groups.find(([, { GroupDescription }]) =>
      /^Squadhubs/.test(String(GroupDescription)),
    )!;
    const [forwarder] = groups.find(([, { GroupDescription }]) =>
      /^The forwarder/.test(String(GroupDescription)),
    )!;
    const ingress = [...templates.values()]
      .flatMap((template) => Object.values(template))
      .filter(
        ({ Type, Properties }) =>
          Type === "AWS::EC2::SecurityGroupIngress" && mentions(Properties.GroupId, squadhubs),
      );
    expect(ingress).toHaveLength(1);
    expect(mentions(ingress[0]!.Properties.SourceSecurityGroupId, forwarder)).toBe(true);
    const [, group] = groups.find(([id]) => id === squadhubs)!;
    expect(group.SecurityGroupIngress).toBeUndefined();
  });
});

describe("lanes", () => {
  it("ring for an inserted notification, ordered by its lane and once for each change", () => {
    const [[, pipe] = []] = resources("Lanes", "AWS::Pipes::Pipe");
    const { FilterCriteria } = (pipe?.SourceParameters ?? {}) as {
      FilterCriteria?: { Filters: { Pattern: string }[] };
    };
    expect(FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: [{ prefix: "LANE#" }] } } } },
    ]);
    expect(pipe?.TargetParameters).toMatchObject({
      SqsQueueParameters: {
        MessageGroupId: "$.dynamodb.NewImage.lane.S",
        MessageDeduplicationId: "$.eventID",
      },
    });
  });
});

describe("bursts", () => {
  it("call so many at once in production, but no bound refuses what comes from a queue or stream", () => {
    const prod = new App({ analyticsReporting: false, context: cdk.context });
    addStacks(prod, configs.prod, bundles);
    const bounds: Record<string, number> = {};
    const consumers = new Set<string>();
    for (const each of prod.node.findAll()) {
      if (each instanceof CfnFunction && each.reservedConcurrentExecutions !== undefined)
        bounds[each.description ?? ""] = each.reservedConcurrentExecutions;
      if (!(each instanceof CfnEventSourceMapping)) continue;
      const consumer = each.node.scopes.find((scope) => scope instanceof LambdaFunction);
      consumers.add((consumer?.node.defaultChild as CfnFunction | undefined)?.description ?? "");
    }
    expect(bounds).toEqual({
      "functions/consumers/answer-chat": 150,
      "functions/timers/routine": 100,
      "functions/consumers/begin-heartbeats": 50,
      "functions/timers/heartbeat": 100,
      "functions/timers/idle": 50,
      "functions/consumers/extend-idle-deadline": 50,
      "functions/consumers/start-run": 20,
    });
    expect(consumers).toContain("functions/consumers/drain-lane");
    expect(Object.keys(bounds).filter((bound) => consumers.has(bound))).toEqual([]);
  }, 60_000);

  it("leave room beside the queues' functions, and are read from the stream side by side", () => {
    const mappings = [...templates.keys()].flatMap((stack) =>
      resources(stack, "AWS::Lambda::EventSourceMapping").map(([, properties]) => properties),
    );
    const ofStream = mappings.filter(({ StartingPosition }) => StartingPosition);
    const ofQueues = mappings.filter((mapping) => !ofStream.includes(mapping));
    expect(ofStream.map(({ ParallelizationFactor }) => ParallelizationFactor)).toEqual([10]);
    expect(ofQueues).toHaveLength(3);
    for (const mapping of ofQueues)
      expect(mapping.ScalingConfig).toEqual({ MaximumConcurrency: expect.any(Number) });
  });
});

describe("alarms", () => {
  it("reach the operators' topic", () => {
    const [[, policy] = []] = resources("Alarms", "AWS::SNS::TopicPolicy");
    const { Statement } = policy!.PolicyDocument as { Statement: Record<string, unknown>[] };
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Action: "sns:Publish",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
      }),
    );
  });

  it("watch every dead-letter queue that nothing consumes, and how each state machine ends", () => {
    const names = resources("Alarms", "AWS::CloudWatch::Alarm").map(([id]) => id.replace(/[0-9A-F]{8}$/, ""));
    for (const workflow of Object.keys(machines))
      for (const how of ["Failed", "Aborted", "TimedOut"]) expect(names).toContain(`${workflow}${how}`);
    for (const queue of [
      "Unreported",
      "LaneSchedules",
      "IdleSchedules",
      "ChatSchedules",
      "Heartbeats",
      "LostDoorbells",
      "UnrepeatedDoorbells",
      "UnrungDoorbells",
      "Unpublished",
      "Unhandled",
    ])
      expect(names.filter((name) => name.endsWith(queue))).toHaveLength(1);
  });
});

describe("what functions log", () => {
  it.each([
    ["rollback incomplete", "RollbackIncomplete"],
    ["notification undeliverable", "NotificationUndeliverable"],
  ])("as “%s” is counted and alarmed", (message, metricName) => {
    const [[, filter] = []] = resources("Alarms", "AWS::Logs::MetricFilter").filter(([, { FilterPattern }]) =>
      String(FilterPattern).includes(`"${message}"`),
    );
    expect(filter?.MetricTransformations).toMatchObject([{ MetricName: metricName, MetricValue: "1" }]);
    const alarms = resources("Alarms", "AWS::CloudWatch::Alarm").map(([, alarm]) => alarm.MetricName);
    expect(alarms).toContain(metricName);
  });
});

describe("cdk-nag", () => {
  it("has no finding that is not acknowledged with a reason", () => {
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
  });
});
