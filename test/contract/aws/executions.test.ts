// Executions as operators see them: from Step Functions' own lists and histories.
import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  SFNClient,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as platform from "../../../platform/aws/index.ts";
import { machines } from "../../../workflows/index.ts";
import { account, awsError, region, useSettings } from "./settings.ts";

const stepFunctions = mockClient(SFNClient);
beforeEach(() => useSettings(["executions"]));
afterEach(() => {
  stepFunctions.reset();
  vi.unstubAllEnvs();
});

const arnOf = (name: string) => `arn:aws:states:${region}:${account}:execution:clawe-dev-provision:${name}`;
const time = (second: number) => new Date(Date.UTC(2026, 10, 23, 8, 0, second));

describe("executions", () => {
  const machineOf = (workflow: string) =>
    `arn:aws:states:${region}:${account}:stateMachine:clawe-dev-${workflow}`;
  const listed = (name: string, second: number) => ({ name, startDate: time(second) }) as never;
  const described = (workflow: string, name: string, second: number) =>
    stepFunctions
      .on(DescribeExecutionCommand, {
        executionArn: `${machineOf(workflow).replace(":stateMachine:", ":execution:")}:${name}`,
      })
      .resolves({ status: "PENDING_REDRIVE", input: `{"runId":"${name}"}`, startDate: time(second) });

  it("lists each execution with its input, which alone names its tenant", async () => {
    stepFunctions
      .on(ListExecutionsCommand)
      .resolves({ executions: [listed("run_2", 2), listed("run_1", 1)] });
    described("provision", "run_2", 2);
    stepFunctions.on(DescribeExecutionCommand, { executionArn: arnOf("run_1") }).resolves({
      status: "FAILED",
      input: '{"tenantId":"ten_1","runId":"run_1"}',
      startDate: time(1),
      stopDate: time(3),
    });
    expect(await platform.executions.list(["provision"], { limit: 25 })).toEqual([
      expect.objectContaining({ name: "run_2", status: "RUNNING" }),
      {
        ...{ workflow: "provision", name: "run_1", status: "FAILED" },
        input: { tenantId: "ten_1", runId: "run_1" },
        startedAt: time(1).toISOString(),
        endedAt: time(3).toISOString(),
      },
    ]);
  });

  it("lists several workflows together, newest first, and fetches no more than the page needs", async () => {
    stepFunctions
      .on(ListExecutionsCommand, { stateMachineArn: machineOf("provision") })
      .resolvesOnce({ executions: [listed("run_9", 9), listed("run_5", 5)], nextToken: "more" })
      .resolvesOnce({ executions: [listed("run_4", 4), listed("run_2", 2)], nextToken: "still" });
    stepFunctions
      .on(ListExecutionsCommand, { stateMachineArn: machineOf("sleep") })
      .resolves({ executions: [listed("run_8", 8), listed("run_3", 3)] });
    described("provision", "run_4", 4);
    described("sleep", "run_3", 3);
    const before = { startedAt: time(5).toISOString(), name: "run_5" };
    const found = await platform.executions.list(["provision", "sleep"], { limit: 2, before });
    expect(found.map(({ workflow, name }) => [workflow, name])).toEqual([
      ["provision", "run_4"],
      ["sleep", "run_3"],
    ]);
    expect(stepFunctions.commandCalls(ListExecutionsCommand)).toHaveLength(3);
    expect(stepFunctions.commandCalls(DescribeExecutionCommand)).toHaveLength(2);
  });

  it("throws other errors of Step Functions", async () => {
    stepFunctions.on(ListExecutionsCommand).rejects(awsError("AccessDenied"));
    await expect(platform.executions.list(["provision"], { limit: 1 })).rejects.toThrow("AccessDenied");
  });

  it("finds nothing of an execution that Step Functions has forgotten", async () => {
    stepFunctions.on(DescribeExecutionCommand).rejects(awsError("ExecutionDoesNotExist"));
    expect(await platform.executions.find("provision", "run_0")).toBeUndefined();
  });

  it("returns each visit of a state with its tries, from all pages of the history", async () => {
    const entered = (type: string, name: string, second: number, input = "{}"): HistoryEvent => ({
      id: second,
      type: type as "TaskStateEntered",
      timestamp: time(second),
      stateEnteredEventDetails: { name, input },
    });
    const event = (type: string, second: number, more: Partial<HistoryEvent> = {}): HistoryEvent => ({
      id: second,
      type: type as "TaskScheduled",
      timestamp: time(second),
      ...more,
    });
    const failed = {
      taskFailedEventDetails: { resourceType: "lambda", resource: "invoke", error: "E", cause: "C" },
    };
    stepFunctions.on(DescribeExecutionCommand).resolves({
      status: "FAILED",
      input: '{"tenantId":"ten_1"}',
      error: "RolledBack",
      cause: "A step failed",
      startDate: time(0),
      stopDate: time(9),
    });
    stepFunctions
      .on(DescribeStateMachineForExecutionCommand, { executionArn: arnOf("run_1") })
      .resolves({ definition: JSON.stringify(machines.provision) });
    stepFunctions
      .on(GetExecutionHistoryCommand)
      .resolvesOnce({
        events: [
          event("ExecutionStarted", 0),
          entered("ChoiceStateEntered", "Begin", 1),
          event("ChoiceStateExited", 1, { stateExitedEventDetails: { name: "Begin", output: "{}" } }),
          entered("TaskStateEntered", "CreateRole", 2, '{"tenantId":"ten_1"}'),
          event("TaskScheduled", 2),
          event("TaskFailed", 3, failed),
        ],
        nextToken: "more",
      })
      .resolvesOnce({
        events: [
          event("TaskScheduled", 4),
          event("TaskTimedOut", 5, {
            taskTimedOutEventDetails: { resourceType: "lambda", resource: "invoke", error: "States.Timeout" },
          }),
          event("TaskStateExited", 6, { stateExitedEventDetails: { name: "CreateRole", output: '{"a":1}' } }),
          entered("FailStateEntered", "RolledBack", 8),
          event("ExecutionFailed", 9, { executionFailedEventDetails: { error: "RolledBack" } }),
        ],
      });
    const found = await platform.executions.find("provision", "run_1");
    expect(found).toMatchObject({
      error: "RolledBack",
      cause: "A step failed",
      definition: machines.provision,
    });
    expect(found?.visits).toEqual([
      {
        ...{ state: "Begin", type: "Choice", input: {}, output: {}, retries: 0, errors: [] },
        ...{ enteredAt: time(1).toISOString(), exitedAt: time(1).toISOString() },
      },
      {
        ...{ state: "CreateRole", type: "Task", input: { tenantId: "ten_1" }, output: { a: 1 }, retries: 1 },
        enteredAt: time(2).toISOString(),
        exitedAt: time(6).toISOString(),
        errors: [
          { error: "E", cause: "C", at: time(3).toISOString() },
          { error: "States.Timeout", cause: "", at: time(5).toISOString() },
        ],
      },
      {
        state: "RolledBack",
        type: "Fail",
        input: {},
        enteredAt: time(8).toISOString(),
        retries: 0,
        errors: [],
      },
    ]);
  });
});
