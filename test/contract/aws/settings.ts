// A deployment to test in: the settings that infra/ grants to the users of each part, and one squadhub of it.
import { inject, vi } from "vitest";
import type { Part } from "../../../infra/deployment.ts";
import type { SquadhubSpec } from "../../../platform/types/squadhubs.ts";

export const account = "111122223333";
export const region = "us-east-1";
export const image = `${account}.dkr.ecr.${region}.amazonaws.com/clawe/squadhub@sha256:${"a".repeat(64)}`;

/** What Lambda itself gives to a function. */
const ofLambda = { AWS_REGION: region, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };

/** The environment of a function that uses these parts and no other, with some settings changed. */
export function useSettings(parts: Part[], changed: Record<string, string | undefined> = {}): void {
  const granted = parts.map((part) => inject("granted")[part]);
  const environment: typeof changed = Object.assign({}, ofLambda, ...granted, changed);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
}

/** An error as the SDK throws it. */
export function awsError(name: string, message = name, fields: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(message), { name }, fields);
}

export const tenantId = "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z";
/** A squadhub of which nothing is recorded: the run before has crashed. */
export const fresh: SquadhubSpec = {
  tenantId,
  cell: { account, region, cluster: "clawe-dev", fileSystem: "fs-1" },
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
