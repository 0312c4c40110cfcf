// Every workflow by name, in the order in which pages offer them.
import * as z from "zod";
import type { WorkflowDefinition } from "./definition.ts";
import { deprovision } from "./deprovision.ts";
import { maintenance } from "./maintenance.ts";
import { provision } from "./provision.ts";
import { service } from "./service.ts";

const declared = { provision, ...service, ...maintenance, deprovision };

export type WorkflowName = keyof typeof declared;
export type StepName = (typeof declared)[WorkflowName]["steps"][number]["name"];

export const definitions: Record<WorkflowName, WorkflowDefinition> = declared;

export const workflowNames = Object.keys(definitions) as [WorkflowName, ...WorkflowName[]];
export const workflowName = z.enum(workflowNames);

/** The names of a workflow's steps, in order. */
export const stepNames = (workflow: WorkflowName): StepName[] =>
  definitions[workflow].steps.map(({ name }) => name as StepName);
