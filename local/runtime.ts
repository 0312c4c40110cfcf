// What runs as a squadhub on this machine, chosen by the one switch: CLAWE_SQUADHUB.
import { join } from "node:path";
import type { GatewayRuntime } from "../platform/local/gateway-command.ts";
import type { ModelProvider } from "../squadhub/config.ts";
import { ensureOpenclaw } from "./openclaw.ts";

export type SquadhubKind = "openclaw" | "stub";

/** Reads the switch. Throws for a value that is neither. */
export function squadhubKind(value = process.env.CLAWE_SQUADHUB ?? "openclaw"): SquadhubKind {
  if (value !== "openclaw" && value !== "stub")
    throw new Error(`CLAWE_SQUADHUB is ${value}; it can be openclaw or stub.`);
  return value;
}

/** Finds, or installs on first use, what the kind needs. Progress is told a line at a time. */
export function runtimeOf(kind: SquadhubKind, directory: string, onProgress: (line: string) => void) {
  return async (): Promise<GatewayRuntime> => {
    if (kind === "stub")
      return {
        kind,
        command: process.execPath,
        args: [join(import.meta.dirname, "../squadhub/stub/main.ts")],
      };
    const { node, entry, version } = await ensureOpenclaw({ directory, onProgress });
    return { kind, command: node, args: [entry], version };
  };
}

/** The provider whose key the environment has; undefined means the offline model. */
export function modelOf(environment: NodeJS.ProcessEnv): ModelProvider | undefined {
  const { ANTHROPIC_API_KEY, OPENAI_API_KEY } = environment;
  if (ANTHROPIC_API_KEY) return { kind: "anthropic", apiKey: ANTHROPIC_API_KEY };
  if (OPENAI_API_KEY) return { kind: "openai", apiKey: OPENAI_API_KEY };
  return undefined;
}
