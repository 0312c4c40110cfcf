// A squadhub backed up, upgraded, restored. What fails goes back by itself: files, definition and keys as they were, and
// the squadhub running again if it ran before.
import type { stages } from "../core/workflow/definitions.ts";
import { type Step, saga } from "./saga.ts";

type StepOf<W extends keyof typeof stages> = Step & { name: (typeof stages)[W][number] };

// Undone last: the squadhub is stopped, started as it was, and waited for.
const stop = { name: "StopService", timeoutSeconds: 900, undo: "callback" } as const;
const backUp = { name: "BackUpStorage", timeoutSeconds: 900, undo: false } as const;
const start = { name: "StartService", timeoutSeconds: 600, undo: true } as const;
const waitForReady = { name: "WaitForReady", timeoutSeconds: 600, undo: false, callback: true } as const;
const activate = { name: "Activate", timeoutSeconds: 30, undo: false } as const;

const toBackUp: StepOf<"backup">[] = [stop, backUp, start, waitForReady, activate];

const toBackUpAtRest: StepOf<"backupAtRest">[] = [
  backUp,
  { name: "FallAsleep", timeoutSeconds: 30, undo: false },
];

const toUpgrade: StepOf<"upgrade">[] = [
  stop,
  // A newer gateway may have changed its files into what the older one cannot read: they are put back.
  { ...backUp, undo: true },
  { name: "RegisterDefinition", timeoutSeconds: 60, undo: true },
  start,
  waitForReady,
  activate,
  // There is no way back from here, and need not be.
  { name: "RetireDefinitions", timeoutSeconds: 60, undo: false, optional: true },
];

const toRestore: StepOf<"restore">[] = [
  stop,
  backUp,
  { name: "RestoreStorage", timeoutSeconds: 900, undo: true },
  { name: "RotateTokens", timeoutSeconds: 30, undo: true },
  start,
  waitForReady,
  { name: "ConfigureSquadhub", timeoutSeconds: 120, undo: false },
  { name: "PushIdentity", timeoutSeconds: 120, undo: false, optional: true },
  activate,
];

export const backup = saga("backup", "Back up a squadhub that runs", toBackUp);
export const backupAtRest = saga("backupAtRest", "Back up a squadhub that is at rest", toBackUpAtRest);
export const upgrade = saga("upgrade", "Bring a squadhub to the present version, or back", toUpgrade);
export const restore = saga("restore", "Bring a squadhub's files back from a backup", toRestore);
