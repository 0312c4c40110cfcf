// Reads executions of the state machines from Step Functions' own history, for operators.
import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  type ExecutionStatus as EngineStatus,
  type HistoryEvent,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
} from "@aws-sdk/client-sfn";
import type {
  Execution,
  ExecutionPlace,
  ExecutionStatus,
  Executions,
  WorkflowName,
} from "../types/workflows.ts";
import { patient, unless } from "./client.ts";
import { visitsOf } from "./execution-history.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SFNClient(patient));

const machineArn = (workflow: WorkflowName) => `${setting("CLAWE_STATE_MACHINES")}${workflow}`;
const executionArn = (workflow: WorkflowName, name: string) =>
  `${machineArn(workflow).replace(":stateMachine:", ":execution:")}:${name}`;

export const executions: Executions = {
  async list(workflows, { limit, before }) {
    const newest = await Promise.all(workflows.map((workflow) => listOne(workflow, limit, before)));
    const listed = newest
      .flat()
      .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
      .slice(0, limit);
    // Only the input says which tenant an execution belongs to, and the list does not include it.
    const described = await Promise.all(listed.map(({ workflow, name }) => describe(workflow, name)));
    return described.filter((found) => found !== undefined);
  },

  async find(workflow, name) {
    const found = await describe(workflow, name);
    if (!found) return undefined;
    const { output, error, cause, ...execution } = found;
    const arn = { executionArn: executionArn(workflow, name) };
    const [events, machine] = await Promise.all([
      historyOf(arn.executionArn),
      // As it was when this execution began: it may have been redeployed since.
      client().send(new DescribeStateMachineForExecutionCommand(arn)),
    ]);
    return {
      ...execution,
      output,
      error,
      cause,
      visits: visitsOf(events),
      definition: JSON.parse(machine.definition ?? ""),
    };
  },
};

const placeOf = ({ startedAt, name }: ExecutionPlace) => `${startedAt}~${name}`;

/**
 * The newest executions of one workflow that come after `before` in the list: `limit` or more. Step Functions' own page
 * tokens are for one list and expire after a day. A place works for all lists, at one call per 1,000 skipped executions.
 */
async function listOne(workflow: WorkflowName, limit: number, before: ExecutionPlace | undefined) {
  const pages = paginateListExecutions(
    { client: client(), pageSize: 1000 },
    { stateMachineArn: machineArn(workflow) },
  );
  const listed: (ExecutionPlace & { workflow: WorkflowName })[] = [];
  for await (const { executions = [] } of pages) {
    for (const { name, startDate } of executions) {
      const place = { workflow, name: name!, startedAt: startDate!.toISOString() };
      if (!before || placeOf(place) < placeOf(before)) listed.push(place);
    }
    if (listed.length >= limit) break;
  }
  return listed;
}

async function describe(workflow: WorkflowName, name: string) {
  const command = new DescribeExecutionCommand({ executionArn: executionArn(workflow, name) });
  const found = await unless(client().send(command), "ExecutionDoesNotExist", "InvalidArn");
  if (!found) return undefined;
  const { status, input, output, error, cause, startDate, stopDate } = found;
  const execution: Execution = {
    workflow,
    name,
    status: statusOf(status),
    input: JSON.parse(input ?? "{}"),
    startedAt: startDate!.toISOString(),
    endedAt: stopDate?.toISOString(),
  };
  return { ...execution, output: output && JSON.parse(output), error, cause };
}

/** An execution that waits to be redriven counts as running. */
const statusOf = (status: EngineStatus | undefined): ExecutionStatus =>
  !status || status === "PENDING_REDRIVE" ? "RUNNING" : status;

/** At most 25,000 events: Step Functions' own limit. */
async function historyOf(executionArn: string): Promise<HistoryEvent[]> {
  const pages = paginateGetExecutionHistory(
    { client: client(), pageSize: 1000 },
    { executionArn, includeExecutionData: true },
  );
  const events: HistoryEvent[] = [];
  for await (const page of pages) events.push(...(page.events ?? []));
  return events;
}
