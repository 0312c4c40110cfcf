// Makes a tenant's squadhub, or leaves nothing of it behind.
import type { WorkflowDefinition } from "./definition.ts";
import { PAGE_CAN_BE_CLOSED } from "./headlines.ts";
import { activate, configureSquadhub, pushIdentity, startService, waitForReady } from "./steps.ts";

const NOT_SET_UP = "{workspace} could not be set up";

export const provision = {
  comment: "Provision a tenant's squadhub, with compensating rollback",
  from: ["draft", "error"],
  during: "provisioning",
  failedStatus: "error",
  startedBy: "admin",
  request: {
    path: "provision",
    operationId: "provisionTenant",
    summary: "Provision a draft, or retry a failed start",
    errors: ["limit_reached"],
  },
  steps: [
    { name: "ReserveTenant", label: "Reserving your workspace", timeoutSeconds: 30, undo: true },
    { name: "CreateSecret", label: "Creating its keys", timeoutSeconds: 30, undo: true },
    { name: "CreateStorage", label: "Preparing private storage", timeoutSeconds: 60, undo: true },
    { name: "CreateRole", label: "Setting its permissions", timeoutSeconds: 60, undo: true },
    { name: "RegisterDefinition", label: "Configuring your squadhub", timeoutSeconds: 60, undo: true },
    { name: "RegisterDiscovery", label: "Giving it an address", timeoutSeconds: 60, undo: true },
    startService,
    waitForReady,
    configureSquadhub,
    pushIdentity,
    { name: "SeedSquad", label: "Filling the board", timeoutSeconds: 60, undo: true },
    activate,
  ],
  failureNote: "What was made is removed again, and nothing is charged.",
  label: "Set up",
  headlines: {
    running: {
      title: "Setting up {workspace}",
      text: `This takes about a minute. ${PAGE_CAN_BE_CLOSED}`,
    },
    succeeded: { title: "{workspace} is ready", text: "The squad is waiting for its first task." },
    held: { title: NOT_SET_UP, text: "We are looking into it before everything is rolled back." },
    rolling_back: {
      title: NOT_SET_UP,
      text: "Everything is being rolled back, so that nothing is left over.",
    },
    failed: { title: NOT_SET_UP, text: "Everything was rolled back. Nothing is left over." },
    rollback_incomplete: {
      title: NOT_SET_UP,
      text: "Most of it was rolled back. We were notified about the rest.",
    },
  },
  operators: {
    label: "Provision",
    text: "Makes the squadhub from scratch. If a step fails, what was made is rolled back.",
  },
} as const satisfies WorkflowDefinition;
