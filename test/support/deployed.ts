// A deployment as CDK puts it together: what its functions are given, in the words of the account it would go to.
import { resolve } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import type * as iam from "aws-cdk-lib/aws-iam";
import { CfnEventSourceMapping, type CfnFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import cdk from "../../cdk.json" with { type: "json" };
import { addStacks, entries } from "../../infra/build.ts";
import type { Bundles } from "../../infra/bundles.ts";
import { configs, type Stage } from "../../infra/config.ts";
import { type Deployment, fileOf, parts } from "../../infra/deployment.ts";

export const account = "111122223333";
export const region = "us-east-1";

export interface Deployed {
  app: App;
  deployment: Deployment;
}

/** The stacks of a stage, with these bundles; `outdir` is where they are written when the app is synthesized. */
export function deploy(bundles: Bundles, stage: Stage = "dev", outdir?: string): Deployed {
  const app = new App({ outdir, analyticsReporting: false, context: cdk.context });
  return { app, deployment: addStacks(app, configs[stage], bundles) };
}

/** Bundles without code: the API's hold every part of the platform, the others none. */
export function emptyBundles(): Bundles {
  // CDK wants a directory to take the code from, whatever is in it.
  const directory = resolve("functions/timers");
  const platform = (entry: string) => new Set(entry.startsWith("api/") ? parts.map(fileOf) : []);
  return new Map(
    entries.map((entry) => [entry, { directory, inputs: [], platform: platform(entry), bytes: 0 }]),
  );
}

/** A resource of a template: its logical id and its properties. */
export type Resource = [id: string, properties: Record<string, unknown>];

export interface Templates {
  /** The resources of a type in one stack, as `Api`, or in all of them. */
  resources(type: string, stack?: string): Resource[];
}

/** Writes the templates and reads them back. */
export async function synthesize({ app }: Deployed): Promise<Templates> {
  const { stacks } = app.synth();
  const templates = new Map(
    stacks.map(({ stackName, template }) => [stackName.replace(/^Clawe-\w+-/, ""), template.Resources]),
  );
  return {
    resources: (type, stack) =>
      [...templates].flatMap(([name, found]) =>
        stack === undefined || name === stack
          ? Object.entries(found as Record<string, { Type: string; Properties: Resource[1] }>).flatMap(
              ([id, { Type, Properties }]): Resource[] => (Type === type ? [[id, Properties]] : []),
            )
          : [],
      ),
  };
}

const pseudo: Record<string, string> = {
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::Region": region,
  "AWS::URLSuffix": "amazonaws.com",
};

/** A value of a template as text. What is only known after deploying is called as the template calls it. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const [[intrinsic, argument] = []] = Object.entries(value as Record<string, unknown>);
  if (intrinsic === "Ref") return pseudo[String(argument)] ?? String(argument);
  if (intrinsic === "Fn::GetAtt") return (argument as string[]).join(".");
  if (intrinsic === "Fn::ImportValue") return textOf(argument);
  if (intrinsic !== "Fn::Join") throw new Error(`No text of ${JSON.stringify(value)}`);
  const [delimiter, items] = argument as [string, unknown[]];
  return items.map(textOf).join(delimiter);
}

/** The settings of a grant or a function, as the function will find them in its environment. */
export function settingsOf(app: App, environment: Record<string, string> = {}): Record<string, string> {
  const stack = app.node.children.find((child) => Stack.isStack(child))! as Stack;
  const resolved = Object.entries(stack.resolve(environment) as Record<string, unknown>);
  return Object.fromEntries(resolved.map(([name, value]) => [name, textOf(value)]));
}

export interface DeployedFunction {
  /** The names of its settings. */
  settings: Set<string>;
  /** What its role allows, on whatever resource. */
  actions: Set<string>;
  /** Whether a queue or a stream calls it. */
  hasEventSource: boolean;
  properties: CfnFunction;
}

/** Every function, by its entry. */
export function functionsOf({ app }: Deployed): Map<string, DeployedFunction> {
  const found = app.node.findAll().filter((each) => each instanceof LambdaFunction);
  return new Map(
    found.flatMap((each): [string, DeployedFunction][] => {
      const properties = each.node.defaultChild as CfnFunction;
      const [, entry] = /^functions\/(.+)$/.exec(properties.description ?? "") ?? [];
      if (!entry) return [];
      const { variables = {} } = Stack.of(each).resolve(properties.environment) ?? {};
      const settings = new Set(Object.keys(variables));
      const hasEventSource = each.node.findAll().some((child) => child instanceof CfnEventSourceMapping);
      return [[entry, { settings, actions: actionsOf(each.role!), hasEventSource, properties }]];
    }),
  );
}

function actionsOf(role: iam.IRole): Set<string> {
  const policy = role.node.tryFindChild("DefaultPolicy") as iam.Policy | undefined;
  const { Statement = [] } = policy?.document.toJSON() ?? {};
  return new Set((Statement as { Action: string | string[] }[]).flatMap(({ Action }) => Action));
}
