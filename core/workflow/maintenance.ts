// A squadhub is backed up, upgraded or restored. A failure puts its files, definition and keys back as they were, and
// starts it again if it ran before.
import type { StartRequest, Step, WorkflowDefinition } from "./definition.ts";
import { maintenanceHeadlines } from "./headlines.ts";
import {
  activate,
  configureSquadhub,
  fallAsleep,
  pushIdentity,
  startService,
  waitForReady,
} from "./steps.ts";

/** Its undo runs last: it stops the squadhub, starts it as it was, and waits until it is ready. */
const stopService = {
  name: "StopService",
  label: "Stopping your squadhub",
  timeoutSeconds: 900,
  undo: "callback",
} as const satisfies Step;
const backUpStorage = {
  name: "BackUpStorage",
  label: "Backing up its files",
  timeoutSeconds: 900,
  undo: false,
} as const satisfies Step;
const startAgain = { ...startService, label: "Starting it again" } as const satisfies Step;

const backupRequest = {
  path: "backup",
  operationId: "backUpTenant",
  summary: "Back up the squadhub's files; a running squadhub is stopped for it and started again",
} as const satisfies StartRequest;

const UNCHANGED_NOTE = "Your squadhub goes on as before.";

export const maintenance = {
  backup: {
    comment: "Back up a squadhub that runs",
    from: ["active"],
    during: "maintenance",
    revertible: true,
    reactivates: true,
    startedBy: "admin",
    request: backupRequest,
    steps: [stopService, backUpStorage, startAgain, waitForReady, activate],
    failureNote: UNCHANGED_NOTE,
    label: "Back up",
    headlines: maintenanceHeadlines("Backing up", "backed up", "The squad is back at work."),
    operators: {
      label: "Back up",
      text: "Stops the squadhub, backs up its files, and starts it again. A turn that is under way is lost.",
    },
  },
  backupAtRest: {
    comment: "Back up a squadhub that is at rest",
    from: ["sleeping", "stopped"],
    during: "maintenance",
    revertible: true,
    startedBy: "admin",
    request: backupRequest,
    steps: [backUpStorage, { ...fallAsleep, label: "Leaving it stopped" }],
    failureNote: UNCHANGED_NOTE,
    label: "Back up",
    headlines: maintenanceHeadlines(
      "Backing up",
      "backed up",
      "The squad was not running and stays that way.",
    ),
    operators: { label: "Back up", text: "Backs up the squadhub's files. It stays stopped." },
  },
  upgrade: {
    comment: "Bring a squadhub to the present version, or back",
    from: ["active", "sleeping", "stopped"],
    during: "maintenance",
    revertible: true,
    reactivates: true,
    startedBy: "admin",
    request: {
      path: "upgrade",
      operationId: "upgradeTenant",
      summary:
        "Upgrade the squadhub to the current version and its plan's size; if it does not start, the old one comes back",
    },
    steps: [
      stopService,
      // A newer gateway may have migrated its files to what the older one cannot read, so the undo puts them back.
      { ...backUpStorage, undo: true },
      { name: "RegisterDefinition", label: "Preparing the new version", timeoutSeconds: 60, undo: true },
      { ...startService, label: "Starting the new version" },
      waitForReady,
      activate,
      // From here the upgrade is not rolled back any more, and needs not to be.
      {
        name: "RetireDefinitions",
        label: "Removing the old version",
        timeoutSeconds: 60,
        undo: false,
        optional: true,
      },
    ],
    failureNote: "Your squadhub goes back to its previous version and files, and runs as before.",
    label: "Upgrade",
    headlines: maintenanceHeadlines("Upgrading", "upgraded", "The squad runs the current version."),
    operators: {
      label: "Upgrade",
      text: "Backs up the files and starts the current version at the plan's size. If it does not start, the previous version runs again with its files as they were.",
    },
  },
  restore: {
    comment: "Bring a squadhub's files back from a backup",
    from: ["active", "sleeping", "stopped"],
    during: "maintenance",
    revertible: true,
    reactivates: true,
    needsBackup: true,
    startedBy: "admin",
    request: {
      path: "restore",
      operationId: "restoreTenant",
      summary: "Restore the squadhub's files from a backup, and give its gateway new keys",
      description:
        "The current files are backed up first. If the squadhub does not start with the restored files, the current ones come back automatically. The board does not change.",
      errors: ["not_found"],
    },
    steps: [
      stopService,
      { ...backUpStorage, label: "Backing up its current files" },
      { name: "RestoreStorage", label: "Restoring its files", timeoutSeconds: 900, undo: true },
      { name: "RotateTokens", label: "Replacing its keys", timeoutSeconds: 30, undo: true },
      startAgain,
      waitForReady,
      configureSquadhub,
      pushIdentity,
      activate,
    ],
    failureNote: "Your squadhub goes back to its previous files and keys, and runs as before.",
    label: "Restore",
    headlines: maintenanceHeadlines(
      "Restoring",
      "restored",
      "The squad is back with its files from the backup.",
    ),
    operators: { label: "Restore", text: "Brings the squadhub's files back from a backup." },
  },
} as const satisfies Record<string, WorkflowDefinition>;
