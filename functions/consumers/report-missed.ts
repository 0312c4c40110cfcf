// Occurrences of routines that could not be fired arrive in a queue. Each is fired once more; the domain records those
// that are too late as skipped.
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { scheduleSubjects, type Tick } from "../../platform/types/schedules.ts";
import { handler as fire } from "../timers/routine.ts";

const tick = scheduleSubjects.routine.extend({ scheduledAt: z.string() });
/** EventBridge Scheduler sends the schedule's name, which is `<tenant>.<routine>`, and the time it was due. */
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
function tickOf({ body, messageAttributes }: SQSRecord): Tick<"routine"> {
  const [, tenantId, routineId] = SCHEDULE.exec(messageAttributes.SCHEDULE_ARN?.stringValue ?? "") ?? [];
  const scheduledAt = messageAttributes.SCHEDULED_TIME?.stringValue;
  return tick.parse(tenantId && scheduledAt ? { tenantId, routineId, scheduledAt } : JSON.parse(body));
}
