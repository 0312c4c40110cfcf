// Missed occurrences of routines, as they come out of the dead-letter queue.
import type { SQSRecord } from "aws-lambda";
import { afterEach, describe, expect, it, vi } from "vitest";
import { handler } from "../../functions/consumers/report-missed.ts";
import { handler as fire } from "../../functions/timers/routine.ts";

vi.mock("../../functions/timers/routine.ts", () => ({ handler: vi.fn() }));
afterEach(() => vi.resetAllMocks());

const occurrence = { tenantId: "ten_1", routineId: "rtn_1", scheduledAt: "2026-05-04T09:00:00Z" };

function record(messageId: string, body: string, attributes: Record<string, string> = {}): SQSRecord {
  const messageAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, stringValue]) => [name, { dataType: "String", stringValue }]),
  );
  return { messageId, body, messageAttributes } as unknown as SQSRecord;
}

describe("a missed occurrence", () => {
  it("is fired once more by its schedule's name and time when the scheduler gave up, whatever its body is", async () => {
    const given = record("1", "not ours", {
      SCHEDULE_ARN: "arn:aws:scheduler:us-east-1:111122223333:schedule/clawe-dev/ten_1.rtn_1",
      SCHEDULED_TIME: occurrence.scheduledAt,
    });
    expect(await handler({ Records: [given] })).toEqual({ batchItemFailures: [] });
    expect(fire).toHaveBeenCalledWith(occurrence);
  });

  it("is fired once more by its body when the function gave up", async () => {
    await handler({ Records: [record("1", JSON.stringify(occurrence))] });
    expect(fire).toHaveBeenCalledWith(occurrence);
  });

  it("comes back alone when it cannot be settled, and the others of its batch do not", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const Records = [record("1", "{}"), record("2", JSON.stringify(occurrence))];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] });
  });
});
