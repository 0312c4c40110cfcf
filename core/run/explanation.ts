// What a failed run tells its customer: a code, and a message that says what happened and what to do.
import * as z from "zod";
import type { ServiceEvidence } from "../../platform/types/squadhubs.ts";
import { definitions, type WorkflowName } from "../workflow/definitions.ts";

/** A failed state's error, as Step Functions hands it on. */
export interface CaughtError {
  Error?: string;
  /** For a function's error: JSON of `{errorType, errorMessage}`. Any text otherwise. */
  Cause?: string;
}

/** The exit code by which a gateway refuses its configuration. */
const CONFIGURATION_REFUSED = 78;

/** `service` is what the squadhub's service looked like after the failure. */
export function explain(
  workflow: WorkflowName,
  step: string,
  { Error: name, Cause = "" }: CaughtError,
  service: ServiceEvidence,
): { code: string; message: string } {
  const { steps, failureNote = "" } = definitions[workflow];
  const action = steps.find((each) => each.name === step)?.label.toLowerCase() ?? step;
  const later = ["We were notified.", failureNote, "Try again in a few minutes."];
  switch (name) {
    case "StepRefused": {
      const refusal = refusalIn.safeParse(Cause);
      if (refusal.success) return refusal.data;
      break;
    }
    case "States.Timeout":
      return {
        code: "timeout",
        message: sentences(`This took too long: ${action}.`, failureNote, "Try again."),
      };
    case "ServiceStopped": {
      const reason =
        service.exitCode === CONFIGURATION_REFUSED ? " because its configuration was not accepted" : "";
      return {
        code: "service_stopped",
        message: sentences(`Your squadhub stopped while it was starting${reason}.`, ...later),
      };
    }
  }
  return {
    code: "internal",
    message: sentences(`Something failed on our side: ${action}.`, ...later),
  };
}

const sentences = (...parts: string[]): string => parts.filter(Boolean).join(" ");

/** Text that is JSON, parsed. */
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue("is not JSON");
    return z.NEVER;
  }
});

/** A step's refusal in words for the customer: JSON in the message of a function's error. */
const refusalIn = json
  .pipe(z.object({ errorMessage: json }))
  .transform(({ errorMessage }) => errorMessage)
  .pipe(z.object({ code: z.string(), message: z.string() }));
