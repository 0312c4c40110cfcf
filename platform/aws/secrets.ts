// The secrets of squadhubs: Secrets Manager, one secret per tenant.
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import type { Secrets, TenantSecrets } from "../types/secrets.ts";
import { isError, quick, unless } from "./client.ts";
import { once, setting } from "./settings.ts";

/** How long a secret is cached. */
const CACHE_MS = 60_000;
const MAX_CACHED = 1_000;

const client = once(() => new SecretsManagerClient(quick));
const cache = new Map<string, { value: TenantSecrets; readAt: number }>();

const tenantSecrets = z.object({
  gatewayToken: z.string(),
  squadhubToken: z.string(),
  hooksToken: z.string(),
});

/** The name of a version must have at least 32 characters. */
const versionOf = (change: string): string => change.padEnd(32, "-");

const nameOf = (tenantId: string): string => `${setting("CLAWE_SECRET_PREFIX")}${tenantId}`;

/** The secret's full ARN, which a container definition needs. */
export async function secretArn(tenantId: string): Promise<string> {
  const { ARN } = await client().send(new DescribeSecretCommand({ SecretId: nameOf(tenantId) }));
  return ARN!;
}

export const secrets: Secrets = {
  async create(tenantId, value) {
    cache.delete(tenantId);
    const command = new CreateSecretCommand({
      Name: nameOf(tenantId),
      SecretString: JSON.stringify(value),
      Tags: [{ Key: "clawe:tenant", Value: tenantId }],
    });
    const created = await unless(client().send(command), "ResourceExistsException");
    return created?.ARN ?? secretArn(tenantId);
  },
  async read(tenantId, { fresh = false } = {}) {
    const known = fresh ? undefined : cache.get(tenantId);
    if (known && Date.now() - known.readAt < CACHE_MS) return known.value;
    cache.delete(tenantId);
    const value = await fetchValue(tenantId);
    if (value) remember(tenantId, value);
    return value;
  },
  async replace(tenantId, change, value) {
    cache.delete(tenantId);
    const command = new PutSecretValueCommand({
      SecretId: nameOf(tenantId),
      // It also becomes the name of the version.
      ClientRequestToken: versionOf(change),
      SecretString: JSON.stringify(value),
    });
    // An earlier attempt at this change has set another value, which stays.
    await unless(client().send(command), "ResourceExistsException");
  },
  async goBack(tenantId, change) {
    cache.delete(tenantId);
    const SecretId = nameOf(tenantId);
    const described = await unless(
      client().send(new DescribeSecretCommand({ SecretId })),
      "ResourceNotFoundException",
    );
    const versions = Object.entries(described?.VersionIdsToStages ?? {});
    const at = (stage: string) => versions.find(([, stages]) => stages.includes(stage))?.[0];
    const [current, previous] = [at("AWSCURRENT"), at("AWSPREVIOUS")];
    if (current !== versionOf(change)) return;
    await client().send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: "AWSCURRENT",
        MoveToVersionId: previous,
        RemoveFromVersionId: current,
      }),
    );
  },
  async delete(tenantId) {
    cache.delete(tenantId);
    const command = new DeleteSecretCommand({
      SecretId: nameOf(tenantId),
      ForceDeleteWithoutRecovery: true,
    });
    await unless(client().send(command), "ResourceNotFoundException");
  },
};

async function fetchValue(tenantId: string): Promise<TenantSecrets | undefined> {
  try {
    const { SecretString } = await client().send(new GetSecretValueCommand({ SecretId: nameOf(tenantId) }));
    return tenantSecrets.parse(JSON.parse(SecretString ?? ""));
  } catch (error) {
    if (isError(error, "ResourceNotFoundException")) return undefined;
    // A secret that is being deleted stays visible for a while.
    if (isError(error, "InvalidRequestException") && /deletion/i.test(error.message)) return undefined;
    // The messages of zod and JSON.parse may quote the value.
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new Error(`The secret of ${tenantId} does not have the expected form.`);
    throw error;
  }
}

function remember(tenantId: string, value: TenantSecrets): void {
  cache.set(tenantId, { value, readAt: Date.now() });
  for (const oldest of cache.keys()) {
    if (cache.size <= MAX_CACHED) break;
    cache.delete(oldest);
  }
}
