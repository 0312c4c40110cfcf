// How a failed or ended run is recorded and settled.
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
import { definitions, type WorkflowName } from "../../../core/workflow/definitions.ts";
import { handler as record } from "../../../functions/provisioning/record.ts";
import type { ServiceEvidence, SquadhubDriver } from "../../../platform/types/squadhubs.ts";
import type { Workflows } from "../../../platform/types/workflows.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const describeService = vi.fn<SquadhubDriver["describeService"]>();
const startExecution = vi.fn<Workflows["start"]>();
const domain = useDomain({
  squadhubs: { describeService } as Partial<SquadhubDriver> as SquadhubDriver,
  workflows: { start: startExecution } as Partial<Workflows> as Workflows,
});

const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };
const stopped: ServiceEvidence = {
  running: false,
  stoppedReason: "Essential container exited",
  exitCode: 78,
  logs: ["last words"],
};
let squad: Squad;

beforeEach(async () => {
  vi.resetAllMocks();
  describeService.mockResolvedValue(stopped);
  squad = await aSquad();
  await squad.asService(async () => {
    await Squadhub.createRecord(cell);
    await Lifecycle.settle("active");
  });
});

const startRun = async (workflow: WorkflowName): Promise<string> =>
  (await squad.asService(() => Lifecycle.start(workflow))).runId;
const read = (runId: string) => squad.asService(() => Run.read(runId));

/** Records a failure of the step, as the state machine does. */
async function recordFailure(runId: string, step: string, error: string, cause?: string) {
  const failed = { step, caught: { Error: error, Cause: cause } };
  await record({ op: "failure", tenantId: squad.tenantId, runId, failed });
  return read(runId);
}
/** A function's error, as Lambda reports it. */
const lambdaCause = (errorMessage: string) => JSON.stringify({ errorType: "StepRefused", errorMessage });

describe("a failure", () => {
  test("is explained by the step's own refusal", async () => {
    const refusal = JSON.stringify({ code: "limit_reached", message: "Your plan has no workspace left." });
    const run = await recordFailure(
      await startRun("restart"),
      "StartService",
      "StepRefused",
      lambdaCause(refusal),
    );
    expect(run.error).toEqual({
      stage: "StartService",
      code: "limit_reached",
      message: "Your plan has no workspace left.",
    });
  });

  test.each([
    ["is not JSON", "The function crashed before it could answer"],
    ["holds a message that is not JSON", lambdaCause("out of memory")],
    ["holds no message", "{}"],
    ["is cut off", lambdaCause('{"code":"conflict"').slice(0, -4)],
  ])("keeps the evidence when the cause %s", async (_case, cause) => {
    const run = await recordFailure(await startRun("restart"), "StartService", "StepRefused", cause);
    expect(run.error).toMatchObject({
      code: "internal",
      message: expect.stringContaining("starting it again"),
    });
    expect(run.evidence).toEqual({
      step: "StartService",
      error: "StepRefused",
      cause,
      stoppedReason: "Essential container exited",
      exitCode: 78,
      logs: ["last words"],
    });
  });

  test.each(["States.Timeout", "ServiceStopped", "TypeError"])(
    "of the kind %s tells the customer what is kept and what to do",
    async (kind) => {
      const run = await recordFailure(await startRun("upgrade"), "WaitForReady", kind);
      expect(run.error?.message).toContain(definitions.upgrade.failureNote);
      expect(run.error?.message).toMatch(/Try again( in a few minutes)?\.$/);
    },
  );

  test("of a gateway that refuses its configuration says so", async () => {
    const run = await recordFailure(await startRun("restart"), "WaitForReady", "ServiceStopped");
    expect(run.error).toMatchObject({
      code: "service_stopped",
      message: expect.stringContaining("because its configuration was not accepted"),
    });
  });

  test("is recorded even when the service cannot be observed", async () => {
    describeService.mockRejectedValue(new Error("throttled"));
    const run = await recordFailure(await startRun("restart"), "StartService", "TypeError", "no capacity");
    expect(run.evidence).toEqual({
      step: "StartService",
      error: "TypeError",
      cause: "no capacity",
      logs: [],
    });
  });

  test("of a step that nobody knows is recorded at the run's last stage", async () => {
    const runId = await startRun("restart");
    await squad.asService(() => Run.mark(runId, "StopService", "running"));
    expect((await recordFailure(runId, "", "Execution.ABORTED")).error).toMatchObject({
      stage: "StopService",
    });
  });
});

describe("an execution that ended without recording an outcome", () => {
  const ended = { name: "run-1", status: "ABORTED" };
  const settle = (runId: string) => squad.asService(() => Lifecycle.settleEndedExecution(runId, ended));

  test.each<[WorkflowName, string]>([
    ["restart", "Activate"],
    ["sleep", "FallAsleep"],
    // `RetireDefinitions` comes after it, and is optional.
    ["upgrade", "Activate"],
  ])("lets a %s succeed whose last required step is done", async (workflow, step) => {
    const runId = await startRun(workflow);
    await squad.asService(() => Run.mark(runId, step, "running"));
    await squad.asService(() => Run.mark(runId, step, "done"));
    expect(await settle(runId)).toBe(true);
    expect(await read(runId)).toMatchObject({ status: "succeeded" });
    expect(startExecution).not.toHaveBeenCalled();
  });

  test("opens the workspace when a workflow that reactivates it has reached its goal", async () => {
    const runId = await startRun("backup");
    await squad.asService(() => Run.mark(runId, "Activate", "done"));
    await settle(runId);
    expect(await squad.asService(Tenant.current)).toMatchObject({ status: "active" });
  });

  test("starts the clean-up of any other run", async () => {
    const runId = await startRun("restart");
    await squad.asService(() => Run.mark(runId, "WaitForReady", "running"));
    expect(await settle(runId)).toBe(true);
    const failed = { step: "", caught: { Error: "Execution.ABORTED", Cause: "" } };
    expect(startExecution.mock.calls).toEqual([
      ["restart", "run-1-cleanup", { tenantId: squad.tenantId, runId, failed, left: {} }],
    ]);
  });

  test("continues a teardown even when its last step is done, because others may have failed", async () => {
    const runId = await startRun("deprovision");
    await squad.asService(() => Run.mark(runId, "ReserveTenant", "done"));
    await settle(runId);
    expect(startExecution).toHaveBeenCalledOnce();
  });

  test("changes nothing in a run that has ended", async () => {
    const runId = await startRun("restart");
    await squad.asService(() => Run.finish(runId, { status: "failed" }));
    expect(await settle(runId)).toBe(false);
    expect(startExecution).not.toHaveBeenCalled();
  });
});

test("removing a resource reads the squadhub's record and nothing else", async () => {
  const reads: string[] = [];
  const { requestHandler } = domain.current.engine;
  const { handle } = requestHandler;
  requestHandler.handle = (request, options) => {
    reads.push(JSON.parse(new TextDecoder().decode(request.body)).Key.sk.S);
    return handle.call(requestHandler, request, options);
  };
  await squad.asService(() => Squadhub.removeResource(async () => undefined));
  requestHandler.handle = handle;
  expect(reads).toEqual(["SQUADHUB"]);
});
