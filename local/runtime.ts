// The local settings: what runs as a squadhub (CLAWE_SQUADHUB), the model, and how many gateways are started ahead.
import { join } from "node:path";
import { defaultPlan, plans } from "../core/plan/index.ts";
import type { ModelProvider } from "../squadhub/config.ts";
import { squads } from "../squadhub/templates/squads.ts";
import { ensureOpenclaw, openclawVersion } from "./openclaw.ts";
import type { GatewayRuntime } from "./squadhub/gateway-command.ts";
import type { WarmPoolSize } from "./squadhub/warm-pool.ts";

export type SquadhubKind = "openclaw" | "stub";

/** The value of CLAWE_SQUADHUB. Throws for any other value. */
export function squadhubKind(value = process.env.CLAWE_SQUADHUB ?? "openclaw"): SquadhubKind {
  if (value !== "openclaw" && value !== "stub")
    throw new Error(`CLAWE_SQUADHUB is ${value}, but must be openclaw or stub.`);
  return value;
}

/** The name of the kind's current runtime, whether it is installed or not. */
export const imageOf = (kind: SquadhubKind): string =>
  kind === "openclaw" ? `openclaw ${openclawVersion}` : kind;

/** Finds the runtime of the kind, and installs it at its first use. `onProgress` gets a line at a time. */
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

/** The provider whose key is in the environment; undefined stands for the offline model. */
export function modelOf(environment: NodeJS.ProcessEnv): ModelProvider | undefined {
  const { ANTHROPIC_API_KEY, OPENAI_API_KEY } = environment;
  if (ANTHROPIC_API_KEY) return { kind: "anthropic", apiKey: ANTHROPIC_API_KEY };
  if (OPENAI_API_KEY) return { kind: "openai", apiKey: OPENAI_API_KEY };
  return undefined;
}

const MAX_WARM = 20;

/** How many gateways to start ahead: CLAWE_WARM_POOL, or none. Throws when it is not a whole number from 0 to 20. */
export function warmPoolOf({ CLAWE_WARM_POOL = "0" }: NodeJS.ProcessEnv): number {
  const count = Number(CLAWE_WARM_POOL || 0);
  if (!Number.isInteger(count) || count < 0 || count > MAX_WARM)
    throw new Error(
      `CLAWE_WARM_POOL is ${CLAWE_WARM_POOL}, but must be a whole number from 0 to ${MAX_WARM}.`,
    );
  return count;
}

/** `count` gateways of the size and with the agents that the first workspace of a new account has. */
export function startedAhead(count: number): WarmPoolSize {
  return {
    count,
    size: plans[defaultPlan],
    agents: squads.clawe.agents.map(({ id, name, emoji }) => ({ id, name, emoji })),
  };
}
