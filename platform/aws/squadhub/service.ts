// The service that keeps one task of the squadhub running. Never two: the state is SQLite on a network file system.
import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  type Service,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import type { SquadhubSpec } from "../../types/squadhubs.ts";
import { patient, unless, until } from "../client.ts";
import { once, setting } from "../settings.ts";
import { findDefinition } from "./definition.ts";
import { arnOf, serviceName, TENANT_TAG } from "./names.ts";
import { findRegistration } from "./registration.ts";
import { tasksOf } from "./tasks.ts";

const client = once(() => new ECSClient(patient));

/** The step has ten minutes. */
const STOP_SECONDS = 540;

/** Creates the service, or updates the existing one to the current definition. */
export async function startService(spec: SquadhubSpec): Promise<string> {
  const [taskDefinition, registration, existing] = await Promise.all([
    findDefinition(spec),
    findRegistration(spec),
    findService(spec),
  ]);
  if (!taskDefinition || !registration)
    throw new Error("The squadhub is not complete: its definition or name is missing.");
  if (existing?.status === "DRAINING")
    throw new Error("An earlier service of this squadhub is still being deleted.");
  if (existing) return update(spec, existing, taskDefinition);
  return create(spec, taskDefinition, registration);
}

async function update({ cell }: SquadhubSpec, existing: Service, taskDefinition: string): Promise<string> {
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

async function create(spec: SquadhubSpec, taskDefinition: string, registration: string): Promise<string> {
  const { cell, tenantId } = spec;
  const { service } = await client().send(
    new CreateServiceCommand({
      cluster: cell.cluster,
      serviceName: serviceName(spec),
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

/** Stops the task, and returns when it has ended. Throws when that takes longer than nine minutes. */
export async function deleteService(spec: SquadhubSpec): Promise<void> {
  const { cluster } = spec.cell;
  const existing = await findService(spec);
  if (existing?.status === "ACTIVE")
    await unless(
      client().send(new DeleteServiceCommand({ cluster, service: serviceName(spec), force: true })),
      "ServiceNotFoundException",
      "ServiceNotActiveException",
    );
  await until(() => hasEnded(spec), {
    seconds: STOP_SECONDS,
    everySeconds: 5,
    message: `The service ${serviceName(spec)} is still stopping.`,
  });
}

/** ECS calls a service deleted while its last task is still stopping, and writing. */
async function hasEnded(spec: SquadhubSpec): Promise<boolean> {
  if (await findService(spec)) return false;
  return (await tasksOf(spec)).every(({ lastStatus }) => lastStatus === "STOPPED");
}

/** The service, unless it has gone. A `DRAINING` service still has a task. */
export async function findService(spec: SquadhubSpec): Promise<Service | undefined> {
  const { services = [] } = await client().send(
    new DescribeServicesCommand({ cluster: spec.cell.cluster, services: [serviceName(spec)] }),
  );
  return services.find(({ status }) => status !== "INACTIVE");
}
