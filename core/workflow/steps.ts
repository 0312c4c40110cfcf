// Steps that several workflows share.
import type { Step } from "./definition.ts";

/** A real gateway takes up to a minute to start; a local first start also installs it. Its undo waits until the task has stopped. */
export const startService = {
  name: "StartService",
  label: "Starting your squadhub",
  timeoutSeconds: 600,
  undo: true,
} as const satisfies Step;

/** The gateway's own report completes the task token. */
export const waitForReady = {
  name: "WaitForReady",
  label: "Waiting until it is ready",
  timeoutSeconds: 600,
  undo: false,
  callback: true,
} as const satisfies Step;

export const configureSquadhub = {
  name: "ConfigureSquadhub",
  label: "Setting up the agents",
  timeoutSeconds: 120,
  undo: false,
} as const satisfies Step;

/** The gateway has defaults for these files. */
export const pushIdentity = {
  name: "PushIdentity",
  label: "Writing the agents’ files",
  timeoutSeconds: 120,
  undo: false,
  optional: true,
} as const satisfies Step;

export const activate = {
  name: "Activate",
  label: "Opening the workspace",
  timeoutSeconds: 30,
  undo: false,
} as const satisfies Step;

export const fallAsleep = {
  name: "FallAsleep",
  label: "Going to sleep",
  timeoutSeconds: 30,
  undo: false,
} as const satisfies Step;
