// The stages of each workflow, in order: what customers watch and operators read in the Step Functions console.
import * as z from "zod";

export const stages = {
  provision: [
    "ReserveTenant",
    "CreateSecret",
    "CreateStorage",
    "CreateRole",
    "RegisterDefinition",
    "RegisterDiscovery",
    "StartService",
    "WaitForReady",
    "ConfigureSquadhub",
    "PushIdentity",
    "SeedSquad",
    "Activate",
  ],
  deprovision: [
    "SeedSquad",
    "StartService",
    "RegisterDiscovery",
    "RegisterDefinition",
    "CreateRole",
    "EraseStorage",
    "CreateStorage",
    "CreateSecret",
    "EraseTable",
    "ReserveTenant",
  ],
  sleep: ["StopService", "FallAsleep"],
  wake: ["StartService", "WaitForReady", "Activate"],
  restart: ["StopService", "StartService", "WaitForReady", "Activate"],
  backup: ["StopService", "BackUpStorage", "StartService", "WaitForReady", "Activate"],
  backupAtRest: ["BackUpStorage", "FallAsleep"],
  upgrade: [
    "StopService",
    "BackUpStorage",
    "RegisterDefinition",
    "StartService",
    "WaitForReady",
    "Activate",
    "RetireDefinitions",
  ],
  restore: [
    "StopService",
    "BackUpStorage",
    "RestoreStorage",
    "RotateTokens",
    "StartService",
    "WaitForReady",
    "ConfigureSquadhub",
    "PushIdentity",
    "Activate",
  ],
} as const;

export type WorkflowName = keyof typeof stages;
export const workflowName = z.enum(Object.keys(stages) as [WorkflowName, ...WorkflowName[]]);
/** Those that work on a squadhub and leave it, when they fail, as it was: running, if it ran. */
export const careful: readonly WorkflowName[] = ["backup", "backupAtRest", "upgrade", "restore"];
/** Those of them whose success opens the workspace. */
export const opensAtEnd = (workflow: WorkflowName): boolean =>
  careful.includes(workflow) && workflow !== "backupAtRest";
export type ProvisionStep = (typeof stages.provision)[number];
export type StageName = (typeof stages)[WorkflowName][number];

/** What a stage is called where a customer watches. */
export const labels: Record<WorkflowName, Record<string, string>> = {
  provision: {
    ReserveTenant: "Reserving your workspace",
    CreateSecret: "Making its keys",
    CreateStorage: "Preparing private storage",
    CreateRole: "Fencing it off",
    RegisterDefinition: "Describing your squadhub",
    RegisterDiscovery: "Giving it an address",
    StartService: "Starting your squadhub",
    WaitForReady: "Waiting for it to report ready",
    ConfigureSquadhub: "Setting up the agents",
    PushIdentity: "Teaching them who they are",
    SeedSquad: "Filling the board",
    Activate: "Opening the doors",
  },
  deprovision: {
    SeedSquad: "Ending schedules",
    StartService: "Stopping your squadhub",
    RegisterDiscovery: "Removing its address",
    RegisterDefinition: "Removing its description",
    CreateRole: "Removing its permissions",
    EraseStorage: "Erasing its files",
    CreateStorage: "Removing its storage",
    CreateSecret: "Destroying its keys",
    EraseTable: "Erasing the board",
    ReserveTenant: "Releasing the name",
  },
  sleep: {
    StopService: "Stopping your squadhub",
    FallAsleep: "Putting the squad to bed",
  },
  wake: {
    StartService: "Starting your squadhub",
    WaitForReady: "Waiting for it to report ready",
    Activate: "Opening the doors",
  },
  restart: {
    StopService: "Stopping your squadhub",
    StartService: "Starting it again",
    WaitForReady: "Waiting for it to report ready",
    Activate: "Opening the doors",
  },
  backup: {
    StopService: "Stopping your squadhub",
    BackUpStorage: "Backing up its files",
    StartService: "Starting it again",
    WaitForReady: "Waiting for it to report ready",
    Activate: "Opening the doors",
  },
  backupAtRest: {
    BackUpStorage: "Backing up its files",
    FallAsleep: "Leaving it at rest",
  },
  upgrade: {
    StopService: "Stopping your squadhub",
    BackUpStorage: "Backing up its files",
    RegisterDefinition: "Preparing the new version",
    StartService: "Starting the new version",
    WaitForReady: "Waiting for it to report ready",
    Activate: "Opening the doors",
    RetireDefinitions: "Putting the old version away",
  },
  restore: {
    StopService: "Stopping your squadhub",
    BackUpStorage: "Backing up its present files",
    RestoreStorage: "Bringing the files back",
    RotateTokens: "Changing its keys",
    StartService: "Starting it again",
    WaitForReady: "Waiting for it to report ready",
    ConfigureSquadhub: "Setting up the agents",
    PushIdentity: "Teaching them who they are",
    Activate: "Opening the doors",
  },
};
