// Who may start which workflow, from which status, and by which request.
import { type Actor, hasOperatorRole, hasRole, type OperatorRole, type Role } from "../actor/index.ts";
import type { StartRequest, WorkflowDefinition } from "./definition.ts";
import { definitions, type WorkflowName, workflowNames } from "./definitions.ts";
import type { TenantStatus } from "./status.ts";

/** The least role of an operator who starts workflows. */
export const startingOperator: OperatorRole = "manager";

/** The workflows that operators may start. */
export const startableByOperators = workflowNames.filter((name) => definitions[name].startedBy !== "service");

export const startsFrom = (workflow: WorkflowName, status: TenantStatus): boolean =>
  definitions[workflow].from.includes(status);

/** The workflows that `who` may start now for a tenant of this status. */
export const startableFor = (who: Actor, status: TenantStatus): WorkflowName[] =>
  workflowNames.filter((name) => startsFrom(name, status) && isStarter(who, definitions[name]));

function isStarter(who: Actor, { startedBy }: WorkflowDefinition): boolean {
  if (who.type !== "user" || startedBy === "service") return false;
  if (who.operator) return hasOperatorRole(who.operator, startingOperator);
  // Breaking the glass is for reading.
  if (startedBy === "operator" || who.breakGlass || !who.role) return false;
  return hasRole(who.role, startedBy);
}

interface PeopleStart {
  request: StartRequest;
  /** The least role in the workspace. */
  role: Role;
  /** The workflows that the request may start, by the workspace's status. */
  workflows: WorkflowName[];
  /** The request has to name a backup. */
  needsBackup: boolean;
}

/** The requests by which people start workflows. */
export function peopleStarts(): PeopleStart[] {
  const byPath = Map.groupBy(workflowNames, (name) => definitions[name].request?.path);
  return [...byPath.values()].flatMap((workflows) => {
    const { request, startedBy, needsBackup = false } = definitions[workflows[0]!];
    return request ? [{ request, role: startedBy, workflows, needsBackup }] : [];
  });
}
