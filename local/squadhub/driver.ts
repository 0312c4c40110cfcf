// The laptop's squadhub driver: directories, records in the store, and child processes in place of AWS resources.
import { pack, unpack } from "../../platform/archive.ts";
import { discoveryName } from "../../platform/types/gateway.ts";
import type { SquadhubDriver } from "../../platform/types/squadhubs.ts";
import { allowedEnvironment, type GatewayRuntime } from "./gateway-command.ts";
import { definitionOf } from "./gateway-launch.ts";
import type { Gateways } from "./gateways.ts";
import { createDirectory, eraseDirectory } from "./squadhub-directory.ts";
import type { SquadhubRecords } from "./squadhub-records.ts";

export function createDriver(
  records: SquadhubRecords,
  gateways: Gateways,
  runtime: () => Promise<GatewayRuntime>,
): SquadhubDriver {
  return {
    async createStorage({ tenantId }) {
      const directory = await gateways.directoryOf(tenantId);
      await createDirectory(directory);
      await records.put("storage", tenantId, { directory: directory.path });
      return directory.path;
    },
    deleteStorage: ({ tenantId }) => records.delete("storage", tenantId),
    // A claimed gateway runs before its service is started, so it is stopped here.
    eraseStorage: ({ tenantId }) => gateways.afterStop(tenantId, eraseDirectory),
    packStorage: ({ tenantId }) => gateways.whileStopped(tenantId, pack),
    unpackStorage: ({ tenantId }, archive, confirm) =>
      gateways.whileStopped(tenantId, (directory) => unpack(archive, directory, confirm)),
    async createRole({ tenantId }) {
      await records.put("role", tenantId, { environment: allowedEnvironment });
      return `role-${tenantId}`;
    },
    deleteRole: ({ tenantId }) => records.delete("role", tenantId),
    async registerDefinition({ tenantId, size, revision }) {
      const definition = definitionOf(await runtime(), { size });
      const others = await records.get("definition", tenantId);
      await records.put("definition", tenantId, { ...others, [revision]: definition });
      return `definition-${tenantId}:${revision}`;
    },
    deregisterDefinition: ({ tenantId }) => records.delete("definition", tenantId),
    async retireDefinitions({ tenantId, revision }) {
      const current = (await records.get("definition", tenantId))?.[revision];
      if (current) await records.put("definition", tenantId, { [revision]: current });
    },
    async registerDiscovery({ tenantId }) {
      const existing = await records.get("discovery", tenantId);
      if (!existing) await records.put("discovery", tenantId, {});
      return discoveryName(tenantId);
    },
    deregisterDiscovery: ({ tenantId }) => records.delete("discovery", tenantId),
    async startService(spec) {
      await gateways.startService(spec);
      return `service-${spec.tenantId}`;
    },
    deleteService: ({ tenantId }) => gateways.deleteService(tenantId),
    async describeService({ tenantId }) {
      const service = await records.get("service", tenantId);
      return {
        running: gateways.isRunning(tenantId),
        stoppedReason: service?.ended?.reason,
        exitCode: service?.ended?.exitCode,
        logs: await gateways.logsOf(tenantId),
      };
    },
  };
}
