// Waits for the gateway's own report: its plugin completes the task token.
import { awaitReady } from "../../core/squadhub/reports.ts";
import { step } from "./step.ts";

export const handler = step({ do: ({ taskToken }) => awaitReady(taskToken) });
