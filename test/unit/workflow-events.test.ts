// Events of Step Functions and ECS, as EventBridge delivers them.
import { describe, expect, it } from "vitest";
import { executionEnded, serviceStopped } from "../../events/workflows.ts";

describe("an execution that ended", () => {
  const ended = { name: "run_1", status: "ABORTED", tenantId: "ten_1", runId: "run_1" };

  it("is parsed from Step Functions' own event, whose input is JSON in a string", () => {
    const detail = {
      executionArn: "arn:aws:states:us-east-1:111122223333:execution:clawe-dev-provision:run_1",
      stateMachineArn: "arn:aws:states:us-east-1:111122223333:stateMachine:clawe-dev-provision",
      name: "run_1",
      status: "ABORTED",
      startDate: 1_700_000_000_000,
      input: '{"tenantId":"ten_1","runId":"run_1"}',
      inputDetails: { included: true },
    };
    expect(executionEnded.parse(detail)).toEqual(ended);
  });

  it("is parsed from our own form", () => {
    expect(executionEnded.parse(ended)).toEqual(ended);
  });
});

describe("a service that stopped", () => {
  it("is parsed from ECS's own event, whose group names the service", () => {
    const detail = {
      clusterArn: "arn:aws:ecs:us-east-1:111122223333:cluster/clawe-dev",
      group: "service:squadhub-ten_1",
      lastStatus: "STOPPED",
      stoppedReason: "Essential container in task exited",
      stopCode: "EssentialContainerExited",
      containers: [{ name: "squadhub", lastStatus: "STOPPED", exitCode: 78 }],
    };
    expect(serviceStopped.parse(detail)).toEqual({
      tenantId: "ten_1",
      reason: "Essential container in task exited",
      exitCode: 78,
    });
  });

  it("is refused when it is a task of another service", () => {
    expect(serviceStopped.safeParse({ group: "service:other", stoppedReason: "x" }).success).toBe(false);
  });
});
