// The embedded Step Functions runs a saga as AWS does, and goes on with it after a crash.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTableEngine, type TableEngine } from "../../local/table/engine.ts";
import { createExecutions } from "../../local/workflows/executions.ts";
import {
  type AslObject,
  type AslState,
  createWorkflows,
  type EndedExecution,
  type LocalWorkflows,
  type WorkflowsOptions,
} from "../../local/workflows.ts";

interface Payload {
  step: string;
  run: { id: string };
  execution?: string;
  first?: unknown;
  token?: string;
}

/** What the deployment puts a function's ARN in place of. */
const placeholder = (step: string) => `\${${step}Function}`;

function task(step: string, next: string, more: Partial<AslState> = {}): AslState {
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
const saga: AslObject = {
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

const others = {
  ...{ deprovision: saga, sleep: saga, wake: saga, restart: saga },
  ...{ backup: saga, backupAtRest: saga, upgrade: saga, restore: saga },
};

class Transient extends Error {
  override name = "Transient";
}

let directory: string;
let engine: TableEngine;
let workflows: LocalWorkflows;
/** Those of processes that have ended: in this one they only wait. */
let gone: LocalWorkflows[];
let calls: string[];
let ends: EndedExecution[];
/** What a step's function does; by default it returns an id, and WaitForReady is completed at once. */
let behaviour: Record<string, (payload: Payload) => unknown>;

async function invoke(functionName: string, payload: unknown) {
  const { step } = payload as Payload;
  expect(functionName).toBe(`${step}Function`);
  calls.push(step);
  return (behaviour[step] ?? (() => ({ id: `${step}-1` })))(payload as Payload);
}
function create(more: Partial<WorkflowsOptions> = {}) {
  workflows = createWorkflows({
    store: engine.store,
    definitions: { ...others, provision: saga },
    invoke,
    onEnd: async (execution) => void ends.push(execution),
    timeScale: 0.001,
    ...more,
  });
}
async function open() {
  engine = await openTableEngine({ directory, ttlIntervalMs: 0 });
  create();
}
/** The process is gone; the next one opens the same directory. */
async function crash() {
  gone.push(workflows);
  await engine.close();
  await open();
}
const start = (name = "run_1") => workflows.start("provision", name, { run: { id: name } });
const completeAtOnce = ({ token }: Payload) => {
  void workflows.succeed(token!, { url: "http://hub" });
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "clawe-workflows-"));
  calls = [];
  ends = [];
  gone = [];
  behaviour = { WaitForReady: completeAtOnce };
  await open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([...gone, workflows].map((each) => each.stop()));
  await engine.close();
  await rm(directory, { recursive: true });
});

test("runs the steps in order, and reports the end with the output", async () => {
  await start();
  await workflows.idle();
  expect(calls).toEqual(["Storage", "Service", "WaitForReady"]);
  expect(ends).toEqual([
    expect.objectContaining({
      workflow: "provision",
      name: "run_1",
      status: "SUCCEEDED",
      input: { run: { id: "run_1" } },
      output: {
        run: { id: "run_1" },
        Storage: { id: "Storage-1" },
        Service: { id: "Service-1" },
        WaitForReady: { url: "http://hub" },
      },
    }),
  ]);
});

test("passes the execution's name to functions, and only JSON", async () => {
  behaviour.Storage = ({ execution }) => ({ id: execution, at: new Date(0), nothing: undefined });
  await start();
  await workflows.idle();
  expect(ends[0]?.output).toMatchObject({ Storage: { id: "run_1" } });
});

test("starts nothing when the name was used before, even after a restart", async () => {
  await Promise.all([start(), start()]);
  await workflows.idle();
  await crash();
  await start();
  await workflows.resume();
  await workflows.idle();
  expect(calls).toEqual(["Storage", "Service", "WaitForReady"]);
  expect(ends).toHaveLength(1);
});

test("retries transient errors with the machine's delays", async () => {
  const times: number[] = [];
  behaviour.Service = () => {
    times.push(performance.now());
    if (times.length < 3) throw new Transient("throttled");
    return { id: "third" };
  };
  create({ timeScale: 0.01 });
  await start();
  await workflows.idle();
  expect(ends[0]).toMatchObject({ status: "SUCCEEDED", output: { Service: { id: "third" } } });
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(19);
  expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(39);
  const service = (await workflows.execution("run_1"))?.states.find(({ state }) => state === "Service");
  expect(service).toMatchObject({ retries: 2, errors: [{ error: "Transient" }, { error: "Transient" }] });
});

test("runs the undo steps when a step fails for good, with Lambda's cause", async () => {
  behaviour.Service = () => {
    throw new TypeError("no capacity");
  };
  await start();
  await workflows.idle();
  expect(calls).toEqual(["Storage", "Service", "UndoStorage"]);
  expect(ends[0]).toMatchObject({ status: "FAILED", error: "RunFailed" });
  expect(JSON.parse(ends[0]?.cause ?? "")).toEqual({ errorType: "TypeError", errorMessage: "no capacity" });
});

test("gives up retrying after the machine's attempts", async () => {
  behaviour.Storage = () => {
    throw new Transient("always");
  };
  await start();
  await workflows.idle();
  expect(calls).toEqual(["Storage", "Storage", "Storage", "UndoStorage"]);
});

test("waits for a task token, and accepts it once", async () => {
  const token = Promise.withResolvers<string>();
  behaviour.WaitForReady = (payload) => token.resolve(payload.token!);
  await start();
  const ready = await token.promise;
  expect(await workflows.succeed("another", {})).toBe(false);
  expect(await workflows.succeed(ready, { url: "http://hub" })).toBe(true);
  expect(await workflows.succeed(ready, { url: "http://other" })).toBe(false);
  await workflows.idle();
  expect(ends[0]).toMatchObject({ status: "SUCCEEDED", output: { WaitForReady: { url: "http://hub" } } });
});

test("fails a waiting task with the given error", async () => {
  behaviour.WaitForReady = ({ token }) => workflows.fail(token!, "TaskStopped", "exit code 1");
  await start();
  await workflows.idle();
  expect(calls.at(-1)).toBe("UndoStorage");
  expect(ends[0]).toMatchObject({ status: "FAILED", cause: "exit code 1" });
  const waited = (await workflows.execution("run_1"))?.states.find(({ state }) => state === "WaitForReady");
  expect(waited?.errors).toMatchObject([{ error: "TaskStopped", cause: "exit code 1" }]);
});

test("times out a waiting task, and refuses its token afterwards", async () => {
  let token = "";
  behaviour.WaitForReady = (payload) => {
    token = payload.token!;
  };
  await start();
  await workflows.idle();
  expect(calls.at(-1)).toBe("UndoStorage");
  expect(await workflows.succeed(token, { url: "late" })).toBe(false);
  const waited = (await workflows.execution("run_1"))?.states.find(({ state }) => state === "WaitForReady");
  expect(waited?.errors).toMatchObject([{ error: "States.Timeout" }]);
});

test("gives each attempt its own token", async () => {
  const tokens: string[] = [];
  behaviour.WaitForReady = (payload) => {
    tokens.push(payload.token!);
    if (tokens.length === 1) throw new Transient("unreachable");
    completeAtOnce(payload);
  };
  await start();
  await workflows.idle();
  expect(ends[0]).toMatchObject({ status: "SUCCEEDED" });
  expect(new Set(tokens).size).toBe(2);
});

test("runs no Catch when the execution is aborted", async () => {
  const waiting = Promise.withResolvers<void>();
  behaviour.WaitForReady = () => waiting.resolve();
  await start();
  await waiting.promise;
  expect(await workflows.abort("run_1")).toBe(true);
  expect(await workflows.abort("run_1")).toBe(false);
  expect(ends).toMatchObject([{ name: "run_1", status: "ABORTED" }]);
  expect(calls).not.toContain("UndoStorage");
});

test("runs no Catch when the execution times out", async () => {
  create({ definitions: { ...others, provision: { ...saga, TimeoutSeconds: 0.05 } } });
  behaviour.WaitForReady = () => undefined;
  await start();
  await workflows.idle();
  expect(ends).toMatchObject([{ status: "TIMED_OUT" }]);
  expect(calls).not.toContain("UndoStorage");
});

test("resumes at the state where the process ended, with that state's input", async () => {
  const reached = Promise.withResolvers<void>();
  behaviour.Service = () => {
    reached.resolve();
    return new Promise(() => undefined);
  };
  await start();
  await reached.promise;
  await crash();
  let firstInput: unknown;
  behaviour.Service = ({ first }) => {
    firstInput = first;
    return { id: "Service-2" };
  };
  await workflows.resume();
  await workflows.idle();
  expect(calls).toEqual(["Storage", "Service", "Service", "WaitForReady"]);
  expect(ends).toMatchObject([{ status: "SUCCEEDED", output: { Storage: { id: "Storage-1" } } }]);
  expect(firstInput).toEqual({ run: { id: "run_1" } });
  const states = (await workflows.execution("run_1"))?.states ?? [];
  expect(states.map(({ state }) => state)).toEqual([
    "Storage",
    "Service",
    "Service",
    "WaitForReady",
    "Ready",
    "Done",
  ]);
  expect(states[1]?.errors).toMatchObject([{ error: "Interrupted" }]);
});

test("waits with a new token after a restart", async () => {
  const first = Promise.withResolvers<string>();
  behaviour.WaitForReady = ({ token }) => first.resolve(token!);
  await start();
  const old = await first.promise;
  await crash();
  const second = Promise.withResolvers<string>();
  behaviour.WaitForReady = ({ token }) => second.resolve(token!);
  await workflows.resume();
  const renewed = await second.promise;
  expect(await workflows.succeed(old, { url: "http://hub" })).toBe(false);
  expect(await workflows.succeed(renewed, { url: "http://hub" })).toBe(true);
  await workflows.idle();
  expect(ends).toMatchObject([{ status: "SUCCEEDED" }]);
});

test("leaves running executions to the next process when stopped", async () => {
  const waiting = Promise.withResolvers<void>();
  behaviour.WaitForReady = () => waiting.resolve();
  await start();
  await waiting.promise;
  await workflows.stop();
  expect(ends).toEqual([]);
  await crash();
  behaviour.WaitForReady = completeAtOnce;
  await workflows.resume();
  await workflows.idle();
  expect(ends).toMatchObject([{ status: "SUCCEEDED" }]);
});

test("reports an end again in the next process when the listener failed", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const told = Promise.withResolvers<void>();
  create({
    onEnd: () => {
      told.resolve();
      return Promise.reject(new Error("not now"));
    },
  });
  await start();
  await told.promise;
  await workflows.stop();
  create();
  await workflows.resume();
  await workflows.idle();
  expect(ends).toMatchObject([{ name: "run_1", status: "SUCCEEDED" }]);
});

test("replaces the whole state with a result whose path is $", async () => {
  const whole = task("Storage", "Done", { ResultPath: "$" });
  create({
    definitions: { ...others, provision: { ...saga, States: { ...saga.States, Storage: whole } } },
  });
  await start();
  await workflows.idle();
  expect(ends).toMatchObject([{ status: "SUCCEEDED", output: { id: "Storage-1" } }]);
});

test("lists executions, newest first, and keeps the latest 500 that have ended", async () => {
  let now = Date.parse("2026-11-23T08:00:00Z");
  const short: AslObject = { StartAt: "Done", States: { Done: { Type: "Succeed" } } };
  create({ definitions: { ...others, provision: short }, clock: () => now });
  for (let i = 0; i < 502; i += 1) {
    now += 1000;
    await start(`run_${i}`);
    await workflows.idle();
  }
  const executions = await workflows.executions();
  expect(executions).toHaveLength(500);
  expect(executions[0]).toMatchObject({ name: "run_501", status: "SUCCEEDED" });
  expect(executions.at(-1)).toMatchObject({ name: "run_2" });
  expect(await workflows.execution("run_0")).toBeUndefined();
});

test("lists executions for operators in pages, newest first, and shows each with its visits and machine", async () => {
  let now = Date.parse("2026-11-23T08:00:00Z");
  behaviour.Service = () => Promise.reject(new Error("no"));
  create({ clock: () => now });
  for (const name of ["run_1", "run_2", "run_3"]) {
    now += 1000;
    await start(name);
    await workflows.idle();
  }
  const executions = createExecutions(engine.store, { ...others, provision: saga });
  const first = await executions.list(["provision", "sleep"], { limit: 2 });
  expect(first).toMatchObject([{ name: "run_3" }, { name: "run_2", status: "FAILED" }]);
  const second = await executions.list(["provision", "sleep"], { limit: 2, before: first[1] });
  expect(second).toMatchObject([{ name: "run_1" }]);
  expect(await executions.list(["sleep"], { limit: 2 })).toEqual([]);

  const found = await executions.find("provision", "run_1");
  expect(found?.definition).toEqual(saga);
  expect(found?.visits.map(({ state }) => state).slice(0, 3)).toEqual(["Storage", "Service", "UndoStorage"]);
  expect(found?.visits[1]).toMatchObject({ errors: [{ error: "Error" }], input: found?.visits[0]?.output });
  expect(await executions.find("sleep", "run_1")).toBeUndefined();
});
