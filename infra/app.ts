// The CDK app: `-c stage=dev|prod`, dev unless said.
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { addStacks, entries } from "./build.ts";
import { bundle } from "./bundles.ts";
import { configs, type Stage } from "./config.ts";

const app = new App({ analyticsReporting: false });
const stage: unknown = app.node.tryGetContext("stage") ?? "dev";
if (typeof stage !== "string" || !Object.hasOwn(configs, stage))
  throw new Error(`There is no stage ${stage}: ${Object.keys(configs).join(", ")}.`);
const config = configs[stage as Stage];

const bundles = await bundle(entries, join(import.meta.dirname, "../dist/functions"));
addStacks(app, config, bundles);
app.synth();
