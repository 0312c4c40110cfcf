// Launches a gateway in its directory: writes its config and its `clawe` command, finds a port, starts the process.
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { GatewayTokens, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import { type Agent, type ModelProvider, modelEnvironment } from "../../squadhub/config.ts";
import { type GatewayRuntime, gatewayCommand } from "./gateway-command.ts";
import { type GatewayProcess, startGatewayProcess } from "./gateway-process.ts";
import { createDirectory, type SquadhubDirectory, writeCommand, writeConfig } from "./squadhub-directory.ts";
import type { DefinitionRecord, RoleRecord } from "./squadhub-records.ts";

export interface Launch {
  directory: SquadhubDirectory;
  /** The runtime of the definition, or its replacement. */
  runtime: GatewayRuntime;
  role: RoleRecord;
  definition: DefinitionRecord;
  tokens: GatewayTokens;
  agents: Agent[];
  model: ModelProvider;
  /** The bundled `clawe` command, run with our own Node. */
  cliBundle: string;
  /** The tenant it reports for; absent while it has none. */
  tenant?: { claweUrl: string; squadhubToken: string };
  livenessSeconds?: number;
}

/** Returns as soon as the process is started. */
export async function launchGateway(launch: Launch): Promise<{ gateway: GatewayProcess; url: string }> {
  const { directory, runtime, role, definition, tokens, agents, model, tenant, livenessSeconds } = launch;
  const port = await freePort();
  await createDirectory(directory);
  await writeConfig(directory, { port, ...tokens, agents, model });
  await writeCommand(directory, launch.cliBundle);
  const own = {
    ...(tenant && { CLAWE_URL: tenant.claweUrl, SQUADHUB_TOKEN: tenant.squadhubToken }),
    ...(livenessSeconds && { CLAWE_LIVENESS_SECONDS: String(livenessSeconds) }),
    ...modelEnvironment(model),
  };
  const command = gatewayCommand({
    directory,
    runtime,
    allowed: role.environment,
    heapMb: definition.heapMb,
    port,
    own,
  });
  const gateway = startGatewayProcess(command);
  return { gateway, url: `http://127.0.0.1:${port}` };
}

/** The definition of a gateway of this size. */
export function definitionOf(
  runtime: GatewayRuntime,
  { size }: Pick<SquadhubSpec, "size">,
): DefinitionRecord {
  // SQLite, buffers and two helper processes take the other 40 %.
  return { runtime, heapMb: Math.round(size.memory * 1024 * 0.6) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
