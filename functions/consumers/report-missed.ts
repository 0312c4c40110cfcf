// Occurrences that could not be fired come to a queue: each is tried once more, and recorded as skipped when it is too late.
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { handler as fire } from "../timers/routine.ts";

const tick = z.object({ tenantId: z.string(), routineId: z.string(), scheduledAt: z.string() });
/** EventBridge Scheduler names the schedule, which is called `<tenant>.<routine>`, and when it was due. */
const SCHEDULE = /\/([\w-]+)\.([\w-]+)$/;

export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
  for (const record of Records) {
    try {
      await fire(tickOf(record));
    } catch (error) {
      console.error("A missed occurrence could not be settled.", error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

/** From the message's attributes when the scheduler gave up; from its body when the function did. */
function tickOf({ body, messageAttributes }: SQSRecord): z.output<typeof tick> {
  const [, tenantId, routineId] = SCHEDULE.exec(messageAttributes.SCHEDULE_ARN?.stringValue ?? "") ?? [];
  const scheduledAt = messageAttributes.SCHEDULED_TIME?.stringValue;
  return tick.parse(tenantId && scheduledAt ? { tenantId, routineId, scheduledAt } : JSON.parse(body));
}
