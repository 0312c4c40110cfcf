// The service that keeps one task of the squadhub running. Never two: the state is SQLite on a network file system.
import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  type Service,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import type { SquadhubRef } from "../../types/squadhubs.ts";
import { patient, unless, until } from "../client.ts";
import { once, setting } from "../settings.ts";
import { findDefinition } from "./definition.ts";
import { arnOf, serviceName, TENANT_TAG } from "./names.ts";
import { findRegistration } from "./registration.ts";
import { tasksOf } from "./tasks.ts";

const client = once(() => new ECSClient(patient));

/** The step has ten minutes. */
const STOP_SECONDS = 540;

/** Creates the service, or brings the existing one to this definition. */
export async function startService(ref: SquadhubRef): Promise<string> {
  const [taskDefinition, registration, existing] = await Promise.all([
    findDefinition(ref),
    findRegistration(ref),
    findService(ref),
  ]);
  if (!taskDefinition || !registration)
    throw new Error("The squadhub is not complete: its definition or name is missing.");
  if (existing?.status === "DRAINING")
    throw new Error("An earlier service of this squadhub is still being deleted.");
  if (existing) return bringTo(ref, existing, taskDefinition);
  return create(ref, taskDefinition, registration);
}

async function bringTo({ cell }: SquadhubRef, existing: Service, taskDefinition: string): Promise<string> {
  if (existing.taskDefinition !== taskDefinition || existing.desiredCount !== 1)
    await client().send(
      new UpdateServiceCommand({
        cluster: cell.cluster,
        service: existing.serviceName,
        taskDefinition,
        desiredCount: 1,
      }),
    );
  return existing.serviceArn!;
}

async function create(ref: SquadhubRef, taskDefinition: string, registration: string): Promise<string> {
  const { cell, tenantId } = ref;
  const { service } = await client().send(
    new CreateServiceCommand({
      cluster: cell.cluster,
      serviceName: serviceName(ref),
      taskDefinition,
      desiredCount: 1,
      launchType: "FARGATE",
      platformVersion: "1.4.0",
      deploymentConfiguration: {
        maximumPercent: 100,
        minimumHealthyPercent: 0,
        // The saga decides when a start has failed, and records the evidence.
        deploymentCircuitBreaker: { enable: false, rollback: false },
      },
      // Rebalancing would start a second task before it stops the first.
      availabilityZoneRebalancing: "DISABLED",
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: setting("CLAWE_SQUADHUB_SUBNETS").split(","),
          securityGroups: [setting("CLAWE_SQUADHUB_SECURITY_GROUP")],
          // For calls to models and to our API. The security group lets only the forwarder in.
          assignPublicIp: "ENABLED",
        },
      },
      serviceRegistries: [{ registryArn: arnOf(cell, "servicediscovery", `service/${registration}`) }],
      enableExecuteCommand: false,
      propagateTags: "SERVICE",
      tags: [{ key: TENANT_TAG, value: tenantId }],
    }),
  );
  return service!.serviceArn!;
}

/** Stops the task and returns when nothing of it runs any more. */
export async function deleteService(ref: SquadhubRef): Promise<void> {
  const { cluster } = ref.cell;
  const existing = await findService(ref);
  if (existing?.status === "ACTIVE")
    await unless(
      client().send(new DeleteServiceCommand({ cluster, service: serviceName(ref), force: true })),
      "ServiceNotFoundException",
      "ServiceNotActiveException",
    );
  await until(() => hasEnded(ref), {
    seconds: STOP_SECONDS,
    everySeconds: 5,
    message: `The service ${serviceName(ref)} is still stopping.`,
  });
}

/** A service counts as deleted while its last task is still stopping, and writing. */
async function hasEnded(ref: SquadhubRef): Promise<boolean> {
  if (await findService(ref)) return false;
  return (await tasksOf(ref)).every(({ lastStatus }) => lastStatus === "STOPPED");
}

/** The service, unless it is gone. One that is `DRAINING` still has a task. */
export async function findService(ref: SquadhubRef): Promise<Service | undefined> {
  const { services = [] } = await client().send(
    new DescribeServicesCommand({ cluster: ref.cell.cluster, services: [serviceName(ref)] }),
  );
  return services.find(({ status }) => status !== "INACTIVE");
}
