// Waits for the gateway's own report: its plugin completes the task token.
import * as Squadhub from "../../core/squadhub/index.ts";
import { step } from "./step.ts";

export const handler = step({ do: ({ taskToken }) => Squadhub.awaitReady(taskToken) });
