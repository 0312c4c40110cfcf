// Takes a tenant down and erases what it left, also one whose squadhub never became healthy. Its steps are the undos of
// provisioning; the two erasures are its own.
import type { WorkflowDefinition } from "./definition.ts";
import { PAGE_CAN_BE_CLOSED } from "./headlines.ts";
import { startService } from "./steps.ts";

const running = { title: "Deleting {workspace}", text: PAGE_CAN_BE_CLOSED };
const failed = {
  title: "{workspace} is not fully deleted",
  text: "Some parts could not be deleted. Try again.",
};

export const deprovision = {
  comment: "Deprovision a tenant and erase its data",
  from: ["active", "sleeping", "stopped", "suspended", "error"],
  during: "deprovisioning",
  failedStatus: "error",
  teardown: true,
  startedBy: "owner",
  request: {
    path: "deprovision",
    operationId: "deprovisionTenant",
    summary: "Delete a workspace and everything in it",
  },
  steps: [
    { name: "SeedSquad", label: "Removing its schedules", timeoutSeconds: 60, undo: true },
    { ...startService, label: "Stopping your squadhub" },
    { name: "RegisterDiscovery", label: "Removing its address", timeoutSeconds: 60, undo: true },
    { name: "RegisterDefinition", label: "Removing its configuration", timeoutSeconds: 60, undo: true },
    { name: "CreateRole", label: "Removing its permissions", timeoutSeconds: 60, undo: true },
    { name: "EraseStorage", label: "Erasing its files", timeoutSeconds: 900, undo: false },
    { name: "CreateStorage", label: "Removing its storage", timeoutSeconds: 60, undo: true },
    { name: "CreateSecret", label: "Erasing its keys", timeoutSeconds: 30, undo: true },
    { name: "EraseTable", label: "Erasing the board", timeoutSeconds: 900, undo: false },
    { name: "ReserveTenant", label: "Releasing the name", timeoutSeconds: 30, undo: true },
  ],
  label: "Delete",
  headlines: {
    running,
    held: running,
    rolling_back: running,
    succeeded: { title: "{workspace} is deleted", text: "Its board, files and keys are gone." },
    failed,
    rollback_incomplete: failed,
  },
  operators: {
    label: "Delete",
    text: "Takes the squadhub down and erases its board, its files and its keys. Nothing of it can be brought back.",
  },
} as const satisfies WorkflowDefinition;
