// State machines: Step Functions.
import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import type { Workflows } from "../types/workflows.ts";
import { quick, unless } from "./client.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SFNClient(quick));

/** Step Functions' errors for a token that no task waits for any more. */
const NOT_WAITED_FOR = ["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"];

export const workflows: Workflows = {
  async start(workflow, executionName, input) {
    const command = new StartExecutionCommand({
      stateMachineArn: `${setting("CLAWE_STATE_MACHINES")}${workflow}`,
      name: executionName,
      input: JSON.stringify(input),
    });
    await unless(client().send(command), "ExecutionAlreadyExists");
  },
  async succeed(taskToken, output) {
    const command = new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) });
    return (await unless(client().send(command), ...NOT_WAITED_FOR)) !== undefined;
  },
  async fail(taskToken, error, cause) {
    const command = new SendTaskFailureCommand({ taskToken, error: error.slice(0, 256), cause });
    return (await unless(client().send(command), ...NOT_WAITED_FOR)) !== undefined;
  },
};
