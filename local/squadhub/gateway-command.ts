// The command that runs a gateway: the program, its arguments, and its whole environment.
import { dirname } from "node:path";
import type { GatewayCommand } from "./gateway-process.ts";
import type { SquadhubDirectory } from "./squadhub-directory.ts";

/** The program that runs as a gateway: `<command> <args>` is a Node and its entry file. */
export interface GatewayRuntime {
  kind: "openclaw" | "stub";
  command: string;
  args: string[];
  version?: string;
}

/** The variables that a gateway's environment may have: not its own token, and nothing of the service's. */
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

interface CommandInput {
  directory: SquadhubDirectory;
  runtime: GatewayRuntime;
  /** The variables that the environment may have. */
  allowed: string[];
  heapMb: number;
  port: number;
  /** The squadhub's own variables, in addition to those that every gateway needs. */
  own: Record<string, string>;
}

export function gatewayCommand(input: CommandInput): GatewayCommand {
  const { directory, runtime, allowed, heapMb, port } = input;
  const environment = Object.entries(environmentOf(input)).filter(([name]) => allowed.includes(name));
  return {
    command: runtime.command,
    args: argumentsFor(runtime, heapMb, port),
    environment: Object.fromEntries(environment),
    configPath: directory.config,
    directory: directory.path,
    logFile: directory.log,
  };
}

function environmentOf({ directory, runtime, own }: CommandInput): Record<string, string> {
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
    ...own,
  };
}

function argumentsFor(runtime: GatewayRuntime, heapMb: number, port: number): string[] {
  const node = [`--max-old-space-size=${heapMb}`, ...runtime.args];
  return runtime.kind === "openclaw" ? [...node, "gateway", "run", "--port", String(port)] : node;
}
