// Every state machine by name.
import { deprovision } from "./deprovision.ts";
import { restart, sleep, wake } from "./lifecycle.ts";
import { backup, backupAtRest, restore, upgrade } from "./maintenance.ts";
import { provision } from "./provision.ts";

export const machines = {
  provision,
  deprovision,
  sleep,
  wake,
  restart,
  backup,
  backupAtRest,
  upgrade,
  restore,
};
