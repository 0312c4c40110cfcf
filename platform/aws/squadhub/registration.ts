// The squadhub's name in the private namespace: a Cloud Map service, in which ECS keeps the address of the task.
import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DeregisterInstanceCommand,
  paginateListInstances,
  paginateListServices,
  ServiceDiscoveryClient,
} from "@aws-sdk/client-servicediscovery";
import { discoveryName } from "../../types/gateway.ts";
import type { SquadhubRef } from "../../types/squadhubs.ts";
import { isError, patient, unless, until } from "../client.ts";
import { once, setting } from "../settings.ts";
import { TENANT_TAG } from "./names.ts";

const client = once(() => new ServiceDiscoveryClient(patient));

/** The step has a minute. */
const WAIT_SECONDS = 40;

export async function registerDiscovery(ref: SquadhubRef): Promise<string> {
  const existing = await findRegistration(ref);
  if (existing) return existing;
  try {
    const { Service } = await client().send(
      new CreateServiceCommand({
        Name: discoveryName(ref.tenantId),
        NamespaceId: setting("CLAWE_NAMESPACE_ID"),
        CreatorRequestId: ref.tenantId,
        DnsConfig: { RoutingPolicy: "MULTIVALUE", DnsRecords: [{ Type: "A", TTL: 10 }] },
        // ECS reports the health of the task.
        HealthCheckCustomConfig: { FailureThreshold: 1 },
        Tags: [{ Key: TENANT_TAG, Value: ref.tenantId }],
      }),
    );
    return Service!.Id!;
  } catch (error) {
    if (isError(error, "ServiceAlreadyExists") && "ServiceId" in error) return String(error.ServiceId);
    throw error;
  }
}

export async function deregisterDiscovery(ref: SquadhubRef): Promise<void> {
  const Id = await findRegistration(ref);
  if (!Id) return;
  // ECS deregisters its task when the service is deleted, but not at once.
  await until(async () => (await deregisterInstances(Id)) === 0, {
    seconds: WAIT_SECONDS,
    everySeconds: 2,
    message: `Cloud Map still holds an address of ${discoveryName(ref.tenantId)}.`,
  });
  await unless(client().send(new DeleteServiceCommand({ Id })), "ServiceNotFound");
}

/** Deregisters all addresses; returns how many there still were. */
async function deregisterInstances(ServiceId: string): Promise<number> {
  const ids: string[] = [];
  try {
    for await (const { Instances = [] } of paginateListInstances({ client: client() }, { ServiceId }))
      ids.push(...Instances.flatMap(({ Id }) => Id ?? []));
  } catch (error) {
    if (isError(error, "ServiceNotFound")) return 0;
    throw error;
  }
  for (const InstanceId of ids)
    await unless(
      client().send(new DeregisterInstanceCommand({ ServiceId, InstanceId })),
      "InstanceNotFound",
      "DuplicateRequest",
      "ServiceNotFound",
    );
  return ids.length;
}

/** The Cloud Map service's id: the recorded one, else that of the tenant's name. */
export async function findRegistration(ref: SquadhubRef): Promise<string | undefined> {
  if (ref.resources.discovery) return ref.resources.discovery;
  const pages = paginateListServices(
    { client: client(), pageSize: 100 },
    { Filters: [{ Name: "NAMESPACE_ID", Values: [setting("CLAWE_NAMESPACE_ID")], Condition: "EQ" }] },
  );
  for await (const { Services = [] } of pages) {
    const found = Services.find(({ Name }) => Name === discoveryName(ref.tenantId));
    if (found) return found.Id;
  }
  return undefined;
}
