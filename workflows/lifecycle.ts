// A squadhub put to sleep, woken, restarted: its service alone comes and goes; storage, keys and definition stay.
import type { stages } from "../core/workflow/definitions.ts";
import { type Step, saga } from "./saga.ts";

type StepOf<W extends keyof typeof stages> = Step & { name: (typeof stages)[W][number] };

// Returns when nothing of the service runs any more. Its undo makes sure of that: a squadhub is never left half stopped.
const stop = { name: "StopService", timeoutSeconds: 600, undo: true } as const;
/** From a stopped service to an open workspace. A start that fails stops what it has started. */
const up = [
  { name: "StartService", timeoutSeconds: 600, undo: true },
  { name: "WaitForReady", timeoutSeconds: 600, undo: false, callback: true },
  { name: "Activate", timeoutSeconds: 30, undo: false },
] as const satisfies StepOf<"wake">[];

const toSleep: StepOf<"sleep">[] = [stop, { name: "FallAsleep", timeoutSeconds: 30, undo: false }];
const toWake: StepOf<"wake">[] = [...up];
const toRestart: StepOf<"restart">[] = [stop, ...up];

export const sleep = saga("sleep", "Stop a squadhub that nobody needs now", toSleep);
export const wake = saga("wake", "Start a squadhub that sleeps or was stopped", toWake);
export const restart = saga("restart", "Stop a squadhub and start it again", toRestart);
