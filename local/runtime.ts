// What runs as a squadhub on this machine, chosen by the one switch: CLAWE_SQUADHUB; and how many run ahead.
import { join } from "node:path";
import { defaultPlan, plans } from "../core/plan/index.ts";
import type { ModelProvider } from "../squadhub/config.ts";
import { squads } from "../squadhub/templates/squads.ts";
import { ensureOpenclaw, openclawVersion } from "./openclaw.ts";
import type { GatewayRuntime } from "./squadhub/gateway-command.ts";
import type { WarmPoolSize } from "./squadhub/warm-pool.ts";

export type SquadhubKind = "openclaw" | "stub";

/** Reads the switch. Throws for a value that is neither. */
export function squadhubKind(value = process.env.CLAWE_SQUADHUB ?? "openclaw"): SquadhubKind {
  if (value !== "openclaw" && value !== "stub")
    throw new Error(`CLAWE_SQUADHUB is ${value}; it can be openclaw or stub.`);
  return value;
}

/** What the kind's newest runtime is called, whether or not it is installed yet. */
export const imageOf = (kind: SquadhubKind): string =>
  kind === "openclaw" ? `openclaw ${openclawVersion}` : kind;

/** Finds, or installs on first use, what the kind needs. Progress is told a line at a time. */
export function runtimeOf(kind: SquadhubKind, directory: string, onProgress: (line: string) => void) {
  return async (): Promise<GatewayRuntime> => {
    if (kind === "stub")
      return {
        kind,
        command: process.execPath,
        args: [join(import.meta.dirname, "stub/main.ts")],
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

const MOST_WARM = 20;

/** How many gateways to start ahead, as CLAWE_WARM_POOL says; none unless it does. Throws for what is no such number. */
export function warmPoolOf({ CLAWE_WARM_POOL = "0" }: NodeJS.ProcessEnv): number {
  const count = Number(CLAWE_WARM_POOL || 0);
  if (!Number.isInteger(count) || count < 0 || count > MOST_WARM)
    throw new Error(
      `CLAWE_WARM_POOL is ${CLAWE_WARM_POOL}; it can be a whole number from 0 to ${MOST_WARM}.`,
    );
  return count;
}

/** So many gateways as a new account's first workspace most likely wants. */
export function startedAhead(count: number): WarmPoolSize {
  return {
    count,
    size: plans[defaultPlan],
    agents: squads.clawe.agents.map(({ id, name, emoji }) => ({ id, name, emoji })),
  };
}
