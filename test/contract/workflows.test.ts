// The embedded Step Functions runs a saga as AWS does.
import { expect, test } from "vitest";
import { machines } from "../../workflows/index.ts";
import { saga, Transient, task, useEngine } from "./workflows-world.ts";

const world = useEngine();

test("runs the steps in order and reports the end with its output", async () => {
  await world.start();
  await world.workflows.idle();
  expect(world.calls).toEqual(["Storage", "Service", "WaitForReady"]);
  expect(world.ends).toEqual([
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

test("gives functions the execution's name and passes only JSON to them", async () => {
  world.behaviour.Storage = ({ execution }) => ({ id: execution, at: new Date(0), nothing: undefined });
  await world.start();
  await world.workflows.idle();
  expect(world.ends[0]?.output).toMatchObject({ Storage: { id: "run_1" } });
});

test("retries a transient error with the machine's delays", async () => {
  const times: number[] = [];
  world.behaviour.Service = () => {
    times.push(performance.now());
    if (times.length < 3) throw new Transient("throttled");
    return { id: "third" };
  };
  world.create({ timeScale: 0.01 });
  await world.start();
  await world.workflows.idle();
  expect(world.ends[0]).toMatchObject({ status: "SUCCEEDED", output: { Service: { id: "third" } } });
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(19);
  expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(39);
  const service = (await world.workflows.execution("run_1"))?.states.find(({ state }) => state === "Service");
  expect(service).toMatchObject({ retries: 2, errors: [{ error: "Transient" }, { error: "Transient" }] });
});

test("runs the undo when a step fails for good, and passes the error's cause on as Lambda does", async () => {
  world.behaviour.Service = () => {
    throw new TypeError("no capacity");
  };
  await world.start();
  await world.workflows.idle();
  expect(world.calls).toEqual(["Storage", "Service", "UndoStorage"]);
  expect(world.ends[0]).toMatchObject({ status: "FAILED", error: "RunFailed" });
  expect(JSON.parse(world.ends[0]?.cause ?? "")).toEqual({
    errorType: "TypeError",
    errorMessage: "no capacity",
  });
});

test("stops retrying after the machine's number of attempts", async () => {
  world.behaviour.Storage = () => {
    throw new Transient("always");
  };
  await world.start();
  await world.workflows.idle();
  expect(world.calls).toEqual(["Storage", "Storage", "Storage", "UndoStorage"]);
});

test("completes a waiting task by its token once, and ignores other tokens", async () => {
  const token = Promise.withResolvers<string>();
  world.behaviour.WaitForReady = (payload) => token.resolve(payload.token!);
  await world.start();
  const ready = await token.promise;
  expect(await world.workflows.succeed("another", {})).toBe(false);
  expect(await world.workflows.succeed(ready, { url: "http://hub" })).toBe(true);
  expect(await world.workflows.succeed(ready, { url: "http://other" })).toBe(false);
  await world.workflows.idle();
  expect(world.ends[0]).toMatchObject({
    status: "SUCCEEDED",
    output: { WaitForReady: { url: "http://hub" } },
  });
});

test("fails a waiting task with the error that its token is failed with", async () => {
  world.behaviour.WaitForReady = ({ token }) => world.workflows.fail(token!, "TaskStopped", "exit code 1");
  await world.start();
  await world.workflows.idle();
  expect(world.calls.at(-1)).toBe("UndoStorage");
  expect(world.ends[0]).toMatchObject({ status: "FAILED", cause: "exit code 1" });
  const waited = (await world.workflows.execution("run_1"))?.states.find(
    ({ state }) => state === "WaitForReady",
  );
  expect(waited?.errors).toMatchObject([{ error: "TaskStopped", cause: "exit code 1" }]);
});

test("times a waiting task out and ignores its token afterwards", async () => {
  let token = "";
  world.behaviour.WaitForReady = (payload) => {
    token = payload.token!;
  };
  await world.start();
  await world.workflows.idle();
  expect(world.calls.at(-1)).toBe("UndoStorage");
  expect(await world.workflows.succeed(token, { url: "late" })).toBe(false);
  const waited = (await world.workflows.execution("run_1"))?.states.find(
    ({ state }) => state === "WaitForReady",
  );
  expect(waited?.errors).toMatchObject([{ error: "States.Timeout" }]);
});

test("gives each attempt of a waiting task its own token", async () => {
  const tokens: string[] = [];
  world.behaviour.WaitForReady = (payload) => {
    tokens.push(payload.token!);
    if (tokens.length === 1) throw new Transient("unreachable");
    world.completeAtOnce(payload);
  };
  await world.start();
  await world.workflows.idle();
  expect(world.ends[0]).toMatchObject({ status: "SUCCEEDED" });
  expect(new Set(tokens).size).toBe(2);
});

test("runs no catch when an execution is aborted", async () => {
  const waiting = Promise.withResolvers<void>();
  world.behaviour.WaitForReady = () => waiting.resolve();
  await world.start();
  await waiting.promise;
  expect(await world.workflows.abort("run_1")).toBe(true);
  expect(await world.workflows.abort("run_1")).toBe(false);
  expect(world.ends).toMatchObject([{ name: "run_1", status: "ABORTED" }]);
  expect(world.calls).not.toContain("UndoStorage");
});

test("runs no catch when an execution exceeds the timeout of its machine", async () => {
  world.create({ definitions: { ...machines, provision: { ...saga, TimeoutSeconds: 0.05 } } });
  world.behaviour.WaitForReady = () => undefined;
  await world.start();
  await world.workflows.idle();
  expect(world.ends).toMatchObject([{ status: "TIMED_OUT" }]);
  expect(world.calls).not.toContain("UndoStorage");
});

test("replaces the whole state by a result whose path is $", async () => {
  const whole = task("Storage", "Done", { ResultPath: "$" });
  world.create({
    definitions: { ...machines, provision: { ...saga, States: { ...saga.States, Storage: whole } } },
  });
  await world.start();
  await world.workflows.idle();
  expect(world.ends).toMatchObject([{ status: "SUCCEEDED", output: { id: "Storage-1" } }]);
});
