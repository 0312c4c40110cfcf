// Workflows that start and stop a squadhub's service. Its storage, keys and definition stay.
import type { Step, WorkflowDefinition } from "./definition.ts";
import { startHeadlines } from "./headlines.ts";
import { activate, fallAsleep, startService, waitForReady } from "./steps.ts";

/** Ends when nothing of the service runs any more. Its undo ensures the same: a squadhub is never left half stopped. */
const stopService = {
  name: "StopService",
  label: "Stopping your squadhub",
  timeoutSeconds: 600,
  undo: true,
} as const satisfies Step;

const asleep = { title: "{workspace} is asleep", text: "It wakes when there is something to do." };
const failedAsleep = {
  title: "{workspace} is asleep",
  text: "Something went wrong on the way. We were notified. The board is as it was.",
};
const STOPPED_NOTE = "The board and all files are kept. The squadhub is stopped.";

export const service = {
  wake: {
    comment: "Start a squadhub that sleeps or was stopped",
    from: ["sleeping", "stopped"],
    during: "starting",
    failedStatus: "stopped",
    startedBy: "admin",
    request: {
      path: "wake",
      operationId: "wakeTenant",
      summary: "Start a squadhub that sleeps, or whose last start failed",
    },
    // A start that fails stops what it has started.
    steps: [startService, waitForReady, activate],
    failureNote: STOPPED_NOTE,
    label: "Wake",
    headlines: startHeadlines("Waking"),
    operators: {
      label: "Wake",
      text: "Starts the squadhub again. What waits in its lanes is delivered when it is ready.",
    },
  },
  sleep: {
    comment: "Stop a squadhub that nobody needs now",
    from: ["active"],
    during: "stopping",
    failedStatus: "sleeping",
    startedBy: "admin",
    request: {
      path: "sleep",
      operationId: "sleepTenant",
      summary: "Stop the squadhub until it is needed; the board stays available",
    },
    steps: [stopService, fallAsleep],
    failureNote: STOPPED_NOTE,
    label: "Sleep",
    headlines: {
      running: { title: "Putting {workspace} to sleep", text: "The board stays as it is." },
      succeeded: asleep,
      held: failedAsleep,
      rolling_back: failedAsleep,
      failed: failedAsleep,
      rollback_incomplete: failedAsleep,
    },
    operators: {
      label: "Put to sleep",
      text: "Stops the squadhub. It wakes by itself when somebody or something needs it.",
    },
  },
  restart: {
    comment: "Stop a squadhub and start it again",
    from: ["active"],
    during: "starting",
    failedStatus: "stopped",
    startedBy: "admin",
    request: {
      path: "restart",
      operationId: "restartTenant",
      summary: "Restart the squadhub",
    },
    steps: [stopService, { ...startService, label: "Starting it again" }, waitForReady, activate],
    // A failed restart leaves the squadhub stopped, so it has to be started.
    retryWith: "wake",
    failureNote: STOPPED_NOTE,
    label: "Restart",
    headlines: startHeadlines("Restarting"),
    operators: {
      label: "Restart",
      text: "Stops the squadhub and starts it again. A turn that is under way is lost.",
    },
  },
} as const satisfies Record<string, WorkflowDefinition>;
