// Takes a tenant down and erases what it left, also one that never became healthy.
import type { stages } from "../core/workflow/definitions.ts";
import { type Step, teardown } from "./saga.ts";

const steps: (Step & { name: (typeof stages.deprovision)[number] })[] = [
  { name: "SeedSquad", timeoutSeconds: 60, undo: true },
  { name: "StartService", timeoutSeconds: 600, undo: true },
  { name: "RegisterDiscovery", timeoutSeconds: 60, undo: true },
  { name: "RegisterDefinition", timeoutSeconds: 60, undo: true },
  { name: "CreateRole", timeoutSeconds: 60, undo: true },
  { name: "EraseStorage", timeoutSeconds: 900, undo: false },
  { name: "CreateStorage", timeoutSeconds: 60, undo: true },
  { name: "CreateSecret", timeoutSeconds: 30, undo: true },
  { name: "EraseTable", timeoutSeconds: 900, undo: false },
  { name: "ReserveTenant", timeoutSeconds: 30, undo: true },
];

export const deprovision = teardown("deprovision", "Deprovision a tenant and erase its data", steps);
