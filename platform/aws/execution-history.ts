// Turns Step Functions' events into visits of states. Our machines have no parallel states, so each event belongs to the
// last state.
import type { HistoryEvent } from "@aws-sdk/client-sfn";
import type { StateVisit } from "../types/workflows.ts";

/** The visits, in the order of entering. `events` must be in the order of their ids. */
export function visitsOf(events: HistoryEvent[]): StateVisit[] {
  const visits: StateVisit[] = [];
  for (const event of events) {
    const at = event.timestamp!.toISOString();
    const { stateEnteredEventDetails: entered, stateExitedEventDetails: exited } = event;
    const visit = visits.at(-1);
    if (entered)
      visits.push({
        state: entered.name!,
        type: event.type!.replace(/StateEntered$/, ""),
        input: jsonOf(entered.input),
        enteredAt: at,
        retries: -1,
        errors: [],
      });
    else if (!visit) continue;
    else if (exited) {
      visit.output = jsonOf(exited.output);
      visit.exitedAt = at;
    } else if (event.type === "TaskScheduled") visit.retries += 1;
    else {
      const failure = failureOf(event);
      if (failure) visit.errors.push({ error: failure.error ?? "", cause: failure.cause ?? "", at });
    }
  }
  // Every attempt is scheduled, so the attempts after the first are retries. States that are no tasks have one attempt.
  return visits.map((visit) => ({ ...visit, retries: Math.max(0, visit.retries) }));
}

const failureOf = (event: HistoryEvent): { error?: string; cause?: string } | undefined =>
  event.taskFailedEventDetails ??
  event.taskTimedOutEventDetails ??
  event.taskStartFailedEventDetails ??
  event.taskSubmitFailedEventDetails;

const jsonOf = (text: string | undefined): unknown => (text ? JSON.parse(text) : undefined);
