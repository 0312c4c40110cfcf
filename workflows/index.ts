// The state machine of every workflow, by name.
import type { WorkflowDefinition } from "../core/workflow/definition.ts";
import { definitions, type WorkflowName } from "../core/workflow/definitions.ts";
import { type StateMachine, saga, teardown } from "./saga.ts";

const machineOf = (name: string, definition: WorkflowDefinition): StateMachine =>
  definition.teardown ? teardown(name, definition) : saga(name, definition);

export const machines = Object.fromEntries(
  Object.entries(definitions).map(([name, definition]) => [name, machineOf(name, definition)]),
) as Record<WorkflowName, StateMachine>;
