// Makes a tenant's squadhub, or leaves nothing of it behind.
import type { ProvisionStep } from "../core/workflow/definitions.ts";
import { type Step, saga } from "./saga.ts";

const steps: (Step & { name: ProvisionStep })[] = [
  { name: "ReserveTenant", timeoutSeconds: 30, undo: true },
  { name: "CreateSecret", timeoutSeconds: 30, undo: true },
  { name: "CreateStorage", timeoutSeconds: 60, undo: true },
  { name: "CreateRole", timeoutSeconds: 60, undo: true },
  { name: "RegisterDefinition", timeoutSeconds: 60, undo: true },
  { name: "RegisterDiscovery", timeoutSeconds: 60, undo: true },
  // Its undo waits until the task has stopped; a local first start installs the gateway.
  { name: "StartService", timeoutSeconds: 600, undo: true },
  { name: "WaitForReady", timeoutSeconds: 600, undo: false, callback: true },
  { name: "ConfigureSquadhub", timeoutSeconds: 120, undo: false },
  { name: "PushIdentity", timeoutSeconds: 120, undo: false, optional: true },
  { name: "SeedSquad", timeoutSeconds: 60, undo: true },
  { name: "Activate", timeoutSeconds: 30, undo: false },
];

export const provision = saga(
  "provision",
  "Provision a tenant's squadhub, with compensating rollback",
  steps,
);
