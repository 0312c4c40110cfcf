// The embedded Step Functions on a directory of its own, with a small saga for the workflow `provision`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";
import {
  type AslObject,
  type AslState,
  createWorkflows,
  type EndedExecution,
  type LocalWorkflows,
  type WorkflowsOptions,
} from "../../local/workflows.ts";
import { machines } from "../../workflows/index.ts";

export interface Payload {
  step: string;
  run: { id: string };
  execution?: string;
  first?: unknown;
  token?: string;
}

/** The deployment replaces it by the function's ARN. */
const placeholder = (step: string) => `\${${step}Function}`;

export function task(step: string, next: string, more: Partial<AslState> = {}): AslState {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Parameters: {
      FunctionName: placeholder(step),
      Payload: {
        step,
        "run.$": "$.run",
        "execution.$": "$$.Execution.Name",
        "first.$": "$$.Execution.Input",
      },
    },
    ResultSelector: { "id.$": "$.Payload.id" },
    ResultPath: `$.${step}`,
    Retry: [{ ErrorEquals: ["Transient"], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 2 }],
    Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "UndoStorage" }],
    TimeoutSeconds: 30,
    Next: next,
    ...more,
  };
}

export const saga: AslObject = {
  StartAt: "Storage",
  TimeoutSeconds: 3600,
  States: {
    Storage: task("Storage", "Service"),
    Service: task("Service", "WaitForReady"),
    WaitForReady: task("WaitForReady", "Ready", {
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Parameters: {
        FunctionName: placeholder("WaitForReady"),
        Payload: { step: "WaitForReady", "run.$": "$.run", "token.$": "$$.Task.Token" },
      },
      ResultSelector: undefined,
      TimeoutSeconds: 0.2,
    }),
    Ready: {
      Type: "Choice",
      Choices: [{ Variable: "$.WaitForReady.url", IsPresent: true, Next: "Done" }],
      Default: "UndoStorage",
    },
    Done: { Type: "Succeed" },
    UndoStorage: task("UndoStorage", "Failed", { Catch: undefined }),
    Failed: { Type: "Fail", Error: "RunFailed", CausePath: "$.error.Cause" },
  },
};
for (const state of Object.values(saga.States)) {
  for (const field of Object.keys(state)) if (state[field] === undefined) delete state[field];
}

export class Transient extends Error {
  override name = "Transient";
}

interface EngineWorld {
  engine: TableEngine;
  workflows: LocalWorkflows;
  /** The steps whose function was called, in order. */
  calls: string[];
  ends: EndedExecution[];
  /** What a step's function does. By default it returns an id, and `WaitForReady` is completed at once. */
  behaviour: Record<string, (payload: Payload) => unknown>;
  /** Replaces the engine by one with other options, on the same store. */
  create(options?: Partial<WorkflowsOptions>): void;
  /** Ends the process; the next one opens the same directory. */
  crash(): Promise<void>;
  /** Starts an execution of `provision`. */
  start(name?: string): Promise<void>;
  completeAtOnce(payload: Payload): void;
}

/** A fresh world for each test of a file. */
export function useEngine(): EngineWorld {
  let directory: string;
  /** Engines of processes that have ended. In this process they only wait. */
  let crashed: LocalWorkflows[];

  async function invoke(functionName: string, payload: unknown) {
    const { step } = payload as Payload;
    expect(functionName).toBe(`${step}Function`);
    world.calls.push(step);
    return (world.behaviour[step] ?? (() => ({ id: `${step}-1` })))(payload as Payload);
  }

  async function open() {
    world.engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
    world.create();
  }

  const world = {
    create(options = {}) {
      world.workflows = createWorkflows({
        store: world.engine.store,
        definitions: { ...machines, provision: saga },
        invoke,
        onEnd: async (execution) => void world.ends.push(execution),
        timeScale: 0.001,
        ...options,
      });
    },
    async crash() {
      crashed.push(world.workflows);
      await world.engine.close();
      await open();
    },
    start: (name = "run_1") => world.workflows.start("provision", name, { run: { id: name } }),
    completeAtOnce: ({ token }) => void world.workflows.succeed(token!, { url: "http://hub" }),
  } as EngineWorld;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "clawe-workflows-"));
    crashed = [];
    Object.assign(world, { calls: [], ends: [], behaviour: { WaitForReady: world.completeAtOnce } });
    await open();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await Promise.all([...crashed, world.workflows].map((each) => each.stop()));
    await world.engine.close();
    await rm(directory, { recursive: true });
  });
  return world;
}
