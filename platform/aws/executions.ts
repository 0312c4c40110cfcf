// What operators look into: executions of the state machines, from Step Functions' own history.
import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  type ExecutionStatus as EngineStatus,
  type HistoryEvent,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  SFNClient,
} from "@aws-sdk/client-sfn";
import type { Execution, ExecutionStatus, Executions, WorkflowName } from "../types.ts";
import { patient, unless } from "./client.ts";
import { visitsOf } from "./execution-history.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SFNClient(patient));

const machineArn = (workflow: WorkflowName) => `${setting("CLAWE_STATE_MACHINES")}${workflow}`;
const executionArn = (workflow: WorkflowName, name: string) =>
  `${machineArn(workflow).replace(":stateMachine:", ":execution:")}:${name}`;

export const executions: Executions = {
  async list(workflow, { limit, cursor }) {
    const command = new ListExecutionsCommand({
      stateMachineArn: machineArn(workflow),
      maxResults: limit,
      nextToken: cursor,
    });
    const page = await unless(client().send(command), "InvalidToken", "ValidationException");
    if (!page) return undefined;
    // The list does not say whose each is: only the input does.
    const described = await Promise.all((page.executions ?? []).map(({ name }) => describe(workflow, name!)));
    return { items: described.filter((found) => found !== undefined), cursor: page.nextToken };
  },

  async find(workflow, name) {
    const found = await describe(workflow, name);
    if (!found) return undefined;
    const { output, error, cause, ...execution } = found;
    const ofIt = { executionArn: executionArn(workflow, name) };
    const [events, machine] = await Promise.all([
      historyOf(ofIt.executionArn),
      // As it was when this execution began: it may have been deployed anew since.
      client().send(new DescribeStateMachineForExecutionCommand(ofIt)),
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

/** One that waits to be redriven has not ended for good. */
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
