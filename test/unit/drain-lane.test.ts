// A lane's doorbell whose drain fails.
import type { SQSRecord } from "aws-lambda";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drain } from "../../core/delivery/drain.ts";
import { handler } from "../../functions/consumers/drain-lane.ts";
import { usePlatform } from "../../platform/local/index.ts";
import type { Platform } from "../../platform/types/platform.ts";

vi.mock("../../core/delivery/drain.ts", () => ({ drain: vi.fn() }));
const retryAfter = vi.fn(async () => undefined);
beforeEach(() => usePlatform({ lanes: { retryAfter } as Partial<Platform["lanes"]> } as Platform));
afterEach(() => vi.resetAllMocks());

const doorbell = (receives: number) =>
  ({
    receiptHandle: "receipt",
    body: '{"tenantId":"ten_1","agentId":"inky"}',
    attributes: { ApproximateReceiveCount: String(receives) },
  }) as SQSRecord;

it.each([
  [1, 30],
  [2, 60],
  [5, 480],
  [6, 600],
  [8, 600],
])("fails, and comes back soon: after failure %i in %i seconds", async (receives, seconds) => {
  vi.mocked(drain).mockRejectedValue(new Error("unforeseen"));
  await expect(handler({ Records: [doorbell(receives)] })).rejects.toThrow("unforeseen");
  expect(retryAfter).toHaveBeenCalledExactlyOnceWith("receipt", seconds);
});

it("fails with its own error when the queue cannot be told either", async () => {
  vi.mocked(drain).mockRejectedValue(new Error("unforeseen"));
  retryAfter.mockRejectedValue(new Error("SQS is away"));
  await expect(handler({ Records: [doorbell(1)] })).rejects.toThrow("unforeseen");
});

it("leaves the doorbell to the queue when the drain succeeds", async () => {
  vi.mocked(drain).mockResolvedValue({ outcome: "empty", undeliverable: [] });
  await handler({ Records: [doorbell(1)] });
  expect(retryAfter).not.toHaveBeenCalled();
});
