// Puts a deployment together: every stack comes after those that provide what its functions use.
import { type App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { nouns } from "../functions/routes.ts";
import { consumers, endpoints } from "../functions/subscriptions.ts";
import type { Bundles } from "./bundles.ts";
import type { Config } from "./config.ts";
import { Deployment } from "./deployment.ts";
import { provideNamed } from "./named-grants.ts";
import { AlarmStack } from "./stacks/alarms.ts";
import { ApiStack, apiEntry } from "./stacks/api.ts";
import { CellStack } from "./stacks/cell.ts";
import { EventStack } from "./stacks/events.ts";
import { GatewayStack } from "./stacks/gateway.ts";
import { IdentityStack } from "./stacks/identity.ts";
import { LaneStack } from "./stacks/lanes.ts";
import { ScheduleStack } from "./stacks/schedules.ts";
import { TableStack } from "./stacks/table.ts";
import { WebStack } from "./stacks/web.ts";
import { stepEntry, stepNames, WorkflowStack } from "./stacks/workflows.ts";

/** Every entry file that some stack makes a function of. */
export const entries = [
  ...Object.keys(nouns).map(apiEntry),
  ...consumers().map(({ entry }) => entry),
  ...stepNames.map(stepEntry),
  ...Object.values(endpoints),
];

/** Adds the stacks of one deployment to the app, and returns what they share. */
export function addStacks(app: App, config: Config, bundles: Bundles): Deployment {
  const deployment = new Deployment(config, bundles);
  const id = (name: string) => `Clawe-${config.stage}-${name}`;
  Tags.of(app).add("clawe:stage", config.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

  const table = new TableStack(app, id("Table"), deployment);
  provideNamed(table, deployment);
  const identity = new IdentityStack(app, id("Identity"), deployment);
  const gateway = new GatewayStack(app, id("Gateway"), deployment);
  const cell = new CellStack(app, id("Cell"), deployment, gateway);
  const schedules = new ScheduleStack(app, id("Schedules"), deployment);
  const lanes = new LaneStack(app, id("Lanes"), deployment, table);
  const workflows = new WorkflowStack(app, id("Workflows"), deployment, cell);
  const api = new ApiStack(app, id("Api"), deployment);
  const events = new EventStack(app, id("Events"), deployment, { table, workflows, cell });
  events.addStackDependency(api, "Pushing needs the sockets");
  new WebStack(app, id("Web"), deployment, api, identity);
  const deadLetterQueues = [schedules, lanes, events].flatMap((stack) => stack.deadLetterQueues);
  new AlarmStack(app, id("Alarms"), deployment, { api, events, lanes, workflows, deadLetterQueues });
  return deployment;
}
