// A whole service as a process of its own, to be killed: `node test/chaos/service.ts <directory> <port>`, asked over IPC.
import { resolve } from "node:path";
import { plans } from "../../core/plan/index.ts";
import * as Rate from "../../core/rate/index.ts";
import type { StepName, WorkflowName } from "../../core/workflow/definitions.ts";
import { startCloud } from "../../local/cloud.ts";
import { runtimeOf } from "../../local/runtime.ts";
import { type Fault, refuse } from "../../local/workflow-functions.ts";
import { insideOf } from "./world.ts";

/** A fault as another process can ask for it. */
export interface RemoteFault extends Omit<Fault, "act" | "workflow" | "stage"> {
  workflow: WorkflowName;
  stage: StepName;
  act: "kill" | "refuse";
}

export interface Ask {
  id: number;
  call: string;
  args: unknown[];
}

const [directory = "", port] = process.argv.slice(2);
const cloud = await startCloud({
  directory,
  port: Number(port),
  runtime: runtimeOf("stub", directory, () => undefined),
  web: resolve("dist/web"),
  cli: resolve("dist/clawe.mjs"),
  timeScale: 0.01,
  report: (problem) => process.send?.({ problem }),
});
// As many requests as the test likes: what limits them is not what is tried here.
for (const plan of Object.values(plans)) plan.requestsPerMinute = 1_000_000;
Rate.limitsOutsidePlans.user = 1_000_000;

const calls: Record<string, (...args: never[]) => unknown> = {
  ...insideOf(cloud),
  inject({ act, ...fault }: RemoteFault) {
    cloud.inject({ ...fault, act: act === "kill" ? () => process.kill(process.pid, "SIGKILL") : refuse });
  },
  stop: () => cloud.stop(),
};

process.on("message", async ({ id, call, args }: Ask) => {
  try {
    process.send?.({ id, value: await calls[call]!(...(args as never[])) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.send?.({ ready: { url: cloud.url } });
