// A deployment to test in: the settings that infra/ gives to functions, and one squadhub of it.
import { vi } from "vitest";
import type { SquadhubSpec } from "../../../platform/types/squadhubs.ts";

export const account = "111122223333";
export const region = "us-east-1";

const settings = {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  CLAWE_TABLE: "clawe-test",
  CLAWE_BUS: "clawe-test",
  CLAWE_STATE_MACHINES: `arn:aws:states:${region}:${account}:stateMachine:clawe-test-`,
  CLAWE_LANE_QUEUE_URL: `https://sqs.${region}.amazonaws.com/${account}/clawe-test-lanes.fifo`,
  CLAWE_LANE_DELAY_QUEUE_URL: `https://sqs.${region}.amazonaws.com/${account}/clawe-test-lanes-delayed`,
  CLAWE_LANE_DEAD_LETTERS_URL: `https://sqs.${region}.amazonaws.com/${account}/clawe-test-lanes-dead.fifo`,
  CLAWE_LANE_QUEUE_ARN: `arn:aws:sqs:${region}:${account}:clawe-test-lanes.fifo`,
  CLAWE_LANE_SCHEDULE_DEAD_LETTERS: `arn:aws:sqs:${region}:${account}:clawe-test-lane-schedules-dead`,
  CLAWE_SCHEDULE_GROUP: "clawe-test",
  CLAWE_SCHEDULER_ROLE: `arn:aws:iam::${account}:role/clawe-test-scheduler`,
  CLAWE_IDLE_FUNCTION: `arn:aws:lambda:${region}:${account}:function:clawe-test-idle`,
  CLAWE_HEARTBEAT_FUNCTION: `arn:aws:lambda:${region}:${account}:function:clawe-test-heartbeat`,
  CLAWE_HEARTBEAT_DEAD_LETTERS: `arn:aws:sqs:${region}:${account}:clawe-test-heartbeat-dead`,
  CLAWE_IDLE_DEAD_LETTERS: `arn:aws:sqs:${region}:${account}:clawe-test-idle-dead`,
  CLAWE_CHAT_FUNCTION: `arn:aws:lambda:${region}:${account}:function:clawe-test-chat`,
  CLAWE_CHAT_DEAD_LETTERS: `arn:aws:sqs:${region}:${account}:clawe-test-chat-dead`,
  CLAWE_CHAT_FORWARDER: "clawe-test-chat-forwarder",
  CLAWE_ROUTINE_FUNCTION: `arn:aws:lambda:${region}:${account}:function:clawe-test-routine`,
  CLAWE_MISSED_ROUTINES: `arn:aws:sqs:${region}:${account}:clawe-test-missed-routines`,
  CLAWE_SECRET_PREFIX: "clawe/test/tenant/",
  CLAWE_FORWARDER: "clawe-test-forwarder",
  CLAWE_MAIL_FROM: "Clawe <no-reply@clawe.test>",
  CLAWE_SOCKET_ENDPOINT: `https://abc.execute-api.${region}.amazonaws.com/ws`,
  CLAWE_NAMESPACE_NAME: "clawe-test.internal",
  CLAWE_NAMESPACE_ID: "ns-1",
  CLAWE_GATEWAY_PORT: "18789",
  CLAWE_SQUADHUB_PREFIX: "clawe-test-squadhub-",
  CLAWE_SQUADHUB_IMAGE: `${account}.dkr.ecr.${region}.amazonaws.com/clawe/squadhub@sha256:${"a".repeat(64)}`,
  CLAWE_SQUADHUB_SUBNETS: "subnet-1,subnet-2",
  CLAWE_SQUADHUB_SECURITY_GROUP: "sg-1",
  CLAWE_SQUADHUB_LOG_GROUP: "/clawe/test/squadhubs",
  CLAWE_SQUADHUB_EXECUTION_ROLE: `arn:aws:iam::${account}:role/clawe-test-squadhub-execution`,
  CLAWE_SQUADHUB_BOUNDARY: `arn:aws:iam::${account}:policy/clawe-test-squadhub-boundary`,
  CLAWE_OBJECTS_BUCKET: "clawe-test-objects",
};

export function useSettings(changed: Record<string, string | undefined> = {}): void {
  for (const [name, value] of Object.entries({ ...settings, ...changed })) vi.stubEnv(name, value);
}

/** An error as the SDK throws it. */
export function awsError(name: string, message = name, fields: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(message), { name }, fields);
}

export const tenantId = "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z";
/** A squadhub of which nothing is recorded: the run before has crashed. */
export const fresh: SquadhubSpec = {
  tenantId,
  cell: { account, region, cluster: "clawe-test", fileSystem: "fs-1" },
  size: { cpu: 2, memory: 4 },
  revision: 1,
  resources: {},
  claweUrl: "https://clawe.test",
  agents: [{ id: "main", name: "Clawe", emoji: "🦞" }],
};
export const recorded: SquadhubSpec = {
  ...fresh,
  resources: {
    secret: "arn:secret",
    storage: "fsap-1",
    role: "arn:role",
    definition: "arn:definition:1",
    discovery: "srv-1",
    service: "arn:service",
  },
};

/** Runs `work` while the time it waits for passes. */
export async function passing<T>(work: Promise<T>): Promise<T> {
  const settled = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  const result = await settled;
  if ("error" in result) throw result.error;
  return result.value;
}
