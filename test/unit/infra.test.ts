// The templates that would be deployed, as far as they do not depend on what the functions' bundles hold.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PORTS } from "../../cli/sign-in/loopback.ts";
import { nouns } from "../../functions/routes.ts";
import { machines } from "../../workflows/index.ts";
import { functionsOf as functionsOfMachine } from "../../workflows/saga.ts";
import {
  type Deployed,
  deploy,
  emptyBundles,
  functionsOf,
  settingsOf,
  synthesize,
  type Templates,
} from "../support/deployed.ts";

let outdir: string;
let deployed: Deployed;
let templates: Templates;
const resources: Templates["resources"] = (...of) => templates.resources(...of);

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), "clawe-infra-"));
  deployed = deploy(emptyBundles(), "dev", outdir);
  templates = await synthesize(deployed);
}, 300_000);
afterAll(() => rm(outdir, { recursive: true, force: true }));

/** Whether a value refers to the logical id, as `{"Fn::GetAtt": [id, …]}` does, at whatever depth. */
const mentions = (value: unknown, id: string) => JSON.stringify(value).includes(`"${id}"`);

describe("the table", () => {
  it("has the keys, the index, the stream, the expiry and the backup that the domain relies on", () => {
    const [[, table] = []] = resources("AWS::DynamoDB::Table");
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

  it("is read from its stream by two readers: of a tenant's changes, and of inserts into lanes", () => {
    const [[, mapping] = []] = resources("AWS::Lambda::EventSourceMapping", "Events");
    const [[, pipe] = []] = resources("AWS::Pipes::Pipe");
    const patternsOf = (criteria: unknown) =>
      (criteria as { Filters: { Pattern: string }[] }).Filters.map(({ Pattern }) => JSON.parse(Pattern));
    expect(patternsOf(mapping?.FilterCriteria)).toEqual([
      { dynamodb: { Keys: { pk: { S: [{ prefix: "T#" }] } } } },
    ]);
    const { FilterCriteria } = pipe!.SourceParameters as { FilterCriteria: unknown };
    expect(patternsOf(FilterCriteria)).toEqual([
      { eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: [{ prefix: "LANE#" }] } } } },
    ]);
  });
});

describe("the API", () => {
  it("has exactly the routes of functions/routes.ts, each with its noun's function", () => {
    const integrations = new Map(resources("AWS::ApiGatewayV2::Integration", "Api"));
    const functions = resources("AWS::Lambda::Function", "Api");
    const deployed = resources("AWS::ApiGatewayV2::Route", "Api").flatMap(([, { RouteKey, Target }]) => {
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

  it("has stages with the names of the site's paths", () => {
    const stages = resources("AWS::ApiGatewayV2::Stage").map(([, { StageName }]) => StageName);
    expect(stages.toSorted()).toEqual(["api", "ws"]);
  });
});

describe("the state machines", () => {
  it.each(Object.entries(machines))("deploys %s unchanged", (name, machine) => {
    const [[, deployed] = []] = resources("AWS::StepFunctions::StateMachine").filter(
      ([, { StateMachineName }]) => StateMachineName === `clawe-dev-${name}`,
    );
    expect(JSON.parse(String(deployed?.DefinitionString))).toEqual(machine);
    const substitutions = deployed?.DefinitionSubstitutions as Record<string, unknown>;
    expect(Object.keys(substitutions).toSorted()).toEqual(functionsOfMachine(machine).toSorted());
  });

  it("gives every function at least the time of the states that call it", () => {
    const timeouts = new Map(
      resources("AWS::Lambda::Function", "Workflows").map(([id, { Timeout }]) => [id, Number(Timeout)]),
    );
    for (const machine of Object.values(machines))
      for (const { Parameters, Resource, TimeoutSeconds } of Object.values(machine.States)) {
        // The state waits for somebody else's report: its time is not the function's.
        if (String(Resource).endsWith(".waitForTaskToken")) continue;
        const [, name] = /"FunctionName":"\$\{(\w+)\}"/.exec(JSON.stringify(Parameters ?? {})) ?? [];
        if (!name) continue;
        const [, timeout] = [...timeouts].find(([id]) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id))!;
        expect(timeout, name).toBeGreaterThanOrEqual(Number(TimeoutSeconds));
      }
  });
});

describe("signing in", () => {
  it("lets the CLI receive its codes on this machine at the ports it listens on, without a secret", () => {
    const [[, client] = []] = resources("AWS::Cognito::UserPoolClient").filter(([id]) =>
      id.startsWith("PoolCli"),
    );
    expect(client).toMatchObject({
      AllowedOAuthFlows: ["code"],
      CallbackURLs: PORTS.map((port) => `http://localhost:${port}/callback`),
      GenerateSecret: false,
    });
  });

  it("has the API accept the tokens of the web app and of the CLI", () => {
    const ids = resources("AWS::Cognito::UserPoolClient").map(([id]) => id);
    const { app, deployment } = deployed;
    const { CLAWE_CLIENT_IDS } = settingsOf(app, deployment.grantOf("identity").environment);
    expect(CLAWE_CLIENT_IDS?.split(",").toSorted()).toEqual(ids.toSorted());
    expect(ids).toHaveLength(2);
  });

  it("publishes the CLI's client id, and neither the laptop's demo hint nor its outbox", () => {
    const published = JSON.stringify(resources("AWS::CloudFront::Function"));
    expect(published).toContain("cliClientId");
    expect(published).not.toMatch(/demo|outbox/);
  });
});

describe("squadhubs' roles", () => {
  it("can be created by one step only, and only within their boundary", () => {
    const policies = resources("AWS::IAM::Policy", "Workflows").map(([, properties]) => properties);
    const creating = policies.filter((policy) => JSON.stringify(policy).includes("iam:CreateRole"));
    expect(creating).toHaveLength(1);
    const { Statement } = creating[0]!.PolicyDocument as { Statement: Record<string, unknown>[] };
    for (const statement of Statement)
      if (JSON.stringify(statement.Action).match(/iam:(CreateRole|PutRolePolicy)/))
        expect(JSON.stringify(statement.Condition)).toContain("iam:PermissionsBoundary");
  });
});

describe("the network", () => {
  it("has no NAT, and lets only the forwarder in to squadhubs", () => {
    expect(resources("AWS::EC2::NatGateway")).toEqual([]);
    const groups = resources("AWS::EC2::SecurityGroup", "Gateway");
    const groupOf = (description: RegExp) =>
      groups.find(([, { GroupDescription }]) => description.test(String(GroupDescription)))!;
    const [squadhubs, group] = groupOf(/^Squadhubs/);
    const [forwarder] = groupOf(/^The forwarder/);
    const ingress = resources("AWS::EC2::SecurityGroupIngress").filter(([, { GroupId }]) =>
      mentions(GroupId, squadhubs),
    );
    expect(ingress).toHaveLength(1);
    expect(mentions(ingress[0]![1].SourceSecurityGroupId, forwarder)).toBe(true);
    expect(group.SecurityGroupIngress).toBeUndefined();
  });
});

describe("lanes", () => {
  it("rings once per change, ordered by lane", () => {
    const [[, pipe] = []] = resources("AWS::Pipes::Pipe");
    expect(pipe?.TargetParameters).toMatchObject({
      SqsQueueParameters: {
        MessageGroupId: "$.dynamodb.NewImage.lane.S",
        MessageDeduplicationId: "$.eventID",
      },
    });
  });

  it("hides a doorbell for longer than its drain may run, or a lane would be drained twice at once", () => {
    const [[, queue] = []] = resources("AWS::SQS::Queue").filter(
      ([, { QueueName }]) => QueueName === "clawe-dev-lanes.fifo",
    );
    const [[, drain] = []] = resources("AWS::Lambda::Function").filter(
      ([, { Description }]) => Description === "functions/consumers/drain-lane",
    );
    expect(Number(queue?.VisibilityTimeout)).toBeGreaterThan(Number(drain?.Timeout));
  });
});

describe("bursts", () => {
  it("bounds in production what a burst calls, but nothing that a queue or a stream calls", () => {
    const functions = functionsOf(deploy(emptyBundles(), "prod"));
    const bounds = [...functions].flatMap(([entry, { properties }]) =>
      properties.reservedConcurrentExecutions === undefined
        ? []
        : [[entry, properties.reservedConcurrentExecutions] as const],
    );
    expect(Object.fromEntries(bounds)).toEqual({
      "consumers/answer-chat": 150,
      "timers/routine": 100,
      "consumers/begin-heartbeats": 50,
      "timers/heartbeat": 100,
      "timers/idle": 50,
      "consumers/extend-idle-deadline": 50,
      "consumers/start-run": 20,
    });
    const called = [...functions].filter(([, { hasEventSource }]) => hasEventSource).map(([entry]) => entry);
    expect(called).toContain("consumers/drain-lane");
    expect(bounds.filter(([entry]) => called.includes(entry))).toEqual([]);
  }, 60_000);

  it("bounds the calls of every queue, and reads ten batches of the stream at once", () => {
    const mappings = resources("AWS::Lambda::EventSourceMapping").map(([, properties]) => properties);
    const ofStream = mappings.filter(({ StartingPosition }) => StartingPosition);
    const ofQueues = mappings.filter((mapping) => !ofStream.includes(mapping));
    expect(ofStream.map(({ ParallelizationFactor }) => ParallelizationFactor)).toEqual([10]);
    expect(ofQueues.map(({ ScalingConfig }) => ScalingConfig)).toEqual(
      expect.arrayContaining([
        { MaximumConcurrency: 10 },
        { MaximumConcurrency: 20 },
        { MaximumConcurrency: 200 },
      ]),
    );
    expect(ofQueues).toHaveLength(3);
  });
});

describe("alarms", () => {
  const names = () => resources("AWS::CloudWatch::Alarm").map(([id]) => id.replace(/[0-9A-F]{8}$/, ""));

  it("reach the operators' topic", () => {
    const [[, policy] = []] = resources("AWS::SNS::TopicPolicy");
    const { Statement } = policy!.PolicyDocument as { Statement: Record<string, unknown>[] };
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Action: "sns:Publish",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
      }),
    );
  });

  it.each(Object.keys(machines))("are raised when %s fails, is aborted or times out", (workflow) => {
    for (const how of ["Failed", "Aborted", "TimedOut"]) expect(names()).toContain(`${workflow}${how}`);
  });

  it("are raised for every dead-letter queue that nothing consumes", () => {
    const consumed = resources("AWS::Lambda::EventSourceMapping").map(
      ([, { EventSourceArn }]) => EventSourceArn,
    );
    const queues = resources("AWS::SQS::Queue").filter(
      ([id]) => !consumed.some((from) => mentions(from, id)),
    );
    expect(queues.length).toBeGreaterThanOrEqual(10);
    for (const [id] of queues) {
      const name = id.replace(/[0-9A-F]{8}$/, "");
      expect(
        names().filter((alarm) => alarm.endsWith(name)),
        name,
      ).toHaveLength(1);
    }
  });

  it.each([
    ["rollback incomplete", "RollbackIncomplete"],
    ["notification undeliverable", "NotificationUndeliverable"],
  ])("are raised for each log line “%s”", (message, metricName) => {
    const [[, filter] = []] = resources("AWS::Logs::MetricFilter").filter(([, { FilterPattern }]) =>
      String(FilterPattern).includes(`"${message}"`),
    );
    expect(filter?.MetricTransformations).toMatchObject([{ MetricName: metricName, MetricValue: "1" }]);
    const metrics = resources("AWS::CloudWatch::Alarm").map(([, alarm]) => alarm.MetricName);
    expect(metrics).toContain(metricName);
  });
});
