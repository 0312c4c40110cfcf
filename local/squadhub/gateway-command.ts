// How a gateway is run: which program, with which arguments, and with which environment, nothing inherited.
import { dirname } from "node:path";
import type { GatewayCommand } from "./gateway-process.ts";
import type { SquadhubDirectory } from "./squadhub-directory.ts";
import type { DefinitionRecord, RoleRecord } from "./squadhub-records.ts";

/** What runs as a gateway: `<command> <args>` is a Node and its entry. */
export interface GatewayRuntime {
  kind: "openclaw" | "stub";
  command: string;
  args: string[];
  version?: string;
}

/** The names a gateway's environment may hold: neither its own token nor anything of the service's. */
export const allowedEnvironment = [
  "PATH",
  "LANG",
  "HOME",
  "OPENCLAW_HOME",
  "OPENCLAW_STATE_DIR",
  "OPENCLAW_DISABLE_BONJOUR",
  "OPENCLAW_NO_RESPAWN",
  "OPENCLAW_EXEC_SHELL_SNAPSHOT",
  "OPENCLAW_OFFLINE",
  "OPENCLAW_NO_AUTO_UPDATE",
  "OPENCLAW_SKIP_STARTUP_MODEL_PREWARM",
  "CLAWE_URL",
  "CLAWE_LIVENESS_SECONDS",
  "SQUADHUB_TOKEN",
  "ANTHROPIC_API_KEY",
  "OPENAI_API_KEY",
];

interface Ingredients {
  directory: SquadhubDirectory;
  runtime: GatewayRuntime;
  role: RoleRecord;
  definition: DefinitionRecord;
  port: number;
  /** What this squadhub is given beyond what every gateway needs. */
  given: Record<string, string>;
}

export function gatewayCommand(ingredients: Ingredients): GatewayCommand {
  const { directory, runtime, role, definition, port } = ingredients;
  return {
    command: runtime.command,
    args: argumentsFor(runtime, definition, port),
    environment: allowedBy(role, environmentOf(ingredients)),
    configPath: directory.config,
    directory: directory.path,
    logFile: directory.log,
  };
}

function environmentOf({ directory, runtime, given }: Ingredients): Record<string, string> {
  return {
    PATH: [directory.bin, dirname(runtime.command), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
    LANG: "C.UTF-8",
    HOME: directory.home,
    OPENCLAW_HOME: directory.home,
    OPENCLAW_STATE_DIR: directory.state,
    OPENCLAW_DISABLE_BONJOUR: "1",
    OPENCLAW_NO_RESPAWN: "1",
    OPENCLAW_EXEC_SHELL_SNAPSHOT: "0",
    OPENCLAW_OFFLINE: "1",
    OPENCLAW_NO_AUTO_UPDATE: "1",
    OPENCLAW_SKIP_STARTUP_MODEL_PREWARM: "1",
    ...given,
  };
}

function allowedBy(role: RoleRecord, environment: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => role.environment.includes(name)));
}

function argumentsFor(runtime: GatewayRuntime, { heapMb }: DefinitionRecord, port: number): string[] {
  const node = [`--max-old-space-size=${heapMb}`, ...runtime.args];
  return runtime.kind === "openclaw" ? [...node, "gateway", "run", "--port", String(port)] : node;
}
