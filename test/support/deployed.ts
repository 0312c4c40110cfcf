// A deployment as CDK puts it together: what its functions are given, in the words of the account it would go to.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import type * as iam from "aws-cdk-lib/aws-iam";
import { type CfnFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import cdk from "../../cdk.json" with { type: "json" };
import { addStacks, entries } from "../../infra/build.ts";
import type { Bundles } from "../../infra/bundles.ts";
import { configs, type Stage } from "../../infra/config.ts";
import type { Deployment } from "../../infra/deployment.ts";

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

/** Bundles that hold nothing: enough for what does not depend on what a function uses. */
export async function emptyBundles(): Promise<Bundles> {
  const directory = await mkdtemp(join(tmpdir(), "clawe-empty-"));
  return new Map(entries.map((entry) => [entry, { directory, platform: new Set<string>(), bytes: 0 }]));
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
      return [
        [entry, { settings: new Set(Object.keys(variables)), actions: actionsOf(each.role!), properties }],
      ];
    }),
  );
}

function actionsOf(role: iam.IRole): Set<string> {
  const policy = role.node.tryFindChild("DefaultPolicy") as iam.Policy | undefined;
  const { Statement = [] } = policy?.document.toJSON() ?? {};
  return new Set((Statement as { Action: string | string[] }[]).flatMap(({ Action }) => Action));
}
