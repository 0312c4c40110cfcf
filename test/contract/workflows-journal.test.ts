// Executions of the embedded Step Functions outlive the process, and can be listed.
import { expect, test, vi } from "vitest";
import { createExecutions } from "../../local/workflows/executions.ts";
import type { AslObject } from "../../local/workflows.ts";
import { machines } from "../../workflows/index.ts";
import { saga, useEngine } from "./workflows-world.ts";

const world = useEngine();

test("starts an execution once per name, also after a restart of the process", async () => {
  await Promise.all([world.start(), world.start()]);
  await world.workflows.idle();
  await world.crash();
  await world.start();
  await world.workflows.resume();
  await world.workflows.idle();
  expect(world.calls).toEqual(["Storage", "Service", "WaitForReady"]);
  expect(world.ends).toHaveLength(1);
});

test("continues an execution at the state where the process ended, with that state's input", async () => {
  const reached = Promise.withResolvers<void>();
  world.behaviour.Service = () => {
    reached.resolve();
    return new Promise(() => undefined);
  };
  await world.start();
  await reached.promise;
  await world.crash();
  let firstInput: unknown;
  world.behaviour.Service = ({ first }) => {
    firstInput = first;
    return { id: "Service-2" };
  };
  await world.workflows.resume();
  await world.workflows.idle();
  expect(world.calls).toEqual(["Storage", "Service", "Service", "WaitForReady"]);
  expect(world.ends).toMatchObject([{ status: "SUCCEEDED", output: { Storage: { id: "Storage-1" } } }]);
  expect(firstInput).toEqual({ run: { id: "run_1" } });
  const states = (await world.workflows.execution("run_1"))?.states ?? [];
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

test("waits with a new token after a restart of the process", async () => {
  const first = Promise.withResolvers<string>();
  world.behaviour.WaitForReady = ({ token }) => first.resolve(token!);
  await world.start();
  const old = await first.promise;
  await world.crash();
  const second = Promise.withResolvers<string>();
  world.behaviour.WaitForReady = ({ token }) => second.resolve(token!);
  await world.workflows.resume();
  const renewed = await second.promise;
  expect(await world.workflows.succeed(old, { url: "http://hub" })).toBe(false);
  expect(await world.workflows.succeed(renewed, { url: "http://hub" })).toBe(true);
  await world.workflows.idle();
  expect(world.ends).toMatchObject([{ status: "SUCCEEDED" }]);
});

test("leaves running executions to the next process when it is stopped", async () => {
  const waiting = Promise.withResolvers<void>();
  world.behaviour.WaitForReady = () => waiting.resolve();
  await world.start();
  await waiting.promise;
  await world.workflows.stop();
  expect(world.ends).toEqual([]);
  await world.crash();
  world.behaviour.WaitForReady = world.completeAtOnce;
  await world.workflows.resume();
  await world.workflows.idle();
  expect(world.ends).toMatchObject([{ status: "SUCCEEDED" }]);
});

test("reports an end again in the next process when its report has failed", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const told = Promise.withResolvers<void>();
  world.create({
    onEnd: () => {
      told.resolve();
      return Promise.reject(new Error("not now"));
    },
  });
  await world.start();
  await told.promise;
  await world.workflows.stop();
  world.create();
  await world.workflows.resume();
  await world.workflows.idle();
  expect(world.ends).toMatchObject([{ name: "run_1", status: "SUCCEEDED" }]);
});

test("lists executions newest first and keeps the latest 500 that have ended", async () => {
  let now = Date.parse("2026-11-23T08:00:00Z");
  const short: AslObject = { StartAt: "Done", States: { Done: { Type: "Succeed" } } };
  world.create({ definitions: { ...machines, provision: short }, clock: () => now });
  for (let i = 0; i < 502; i += 1) {
    now += 1000;
    await world.start(`run_${i}`);
    await world.workflows.idle();
  }
  const executions = await world.workflows.executions();
  expect(executions).toHaveLength(500);
  expect(executions[0]).toMatchObject({ name: "run_501", status: "SUCCEEDED" });
  expect(executions.at(-1)).toMatchObject({ name: "run_2" });
  expect(await world.workflows.execution("run_0")).toBeUndefined();
});

test("gives operators executions in pages, newest first, each with its history and its machine", async () => {
  let now = Date.parse("2026-11-23T08:00:00Z");
  world.behaviour.Service = () => Promise.reject(new Error("no"));
  world.create({ clock: () => now });
  for (const name of ["run_1", "run_2", "run_3"]) {
    now += 1000;
    await world.start(name);
    await world.workflows.idle();
  }
  const executions = createExecutions(world.engine.store, { ...machines, provision: saga });
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
