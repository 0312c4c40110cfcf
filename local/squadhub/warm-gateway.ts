// One gateway that was started ahead: launched, awaited until it is ready, and given its tenant once.
import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { GatewayTokens, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import type { ModelProvider } from "../../squadhub/config.ts";
import { allowedEnvironment, type GatewayRuntime } from "./gateway-command.ts";
import { definitionOf, launchGateway } from "./gateway-launch.ts";
import { lastLogLines } from "./gateway-log.ts";
import type { GatewayProcess } from "./gateway-process.ts";
import type { SquadhubDirectory } from "./squadhub-directory.ts";
import type { DefinitionRecord } from "./squadhub-records.ts";

const readyTimeoutMs = 10 * 60_000;
const readyProbeMs = 100;
/** A gateway's event loop can block for seconds just after its start. */
const callTimeoutMs = 15_000;

export interface WarmGatewayOptions {
  size: SquadhubSpec["size"];
  agents: SquadhubSpec["agents"];
  runtime: () => Promise<GatewayRuntime>;
  model: () => ModelProvider;
  cliBundle: string;
  livenessSeconds?: number;
}

export interface WarmGateway {
  /** The name of its directory. */
  name: string;
  directory: SquadhubDirectory;
  gateway: GatewayProcess;
  url: string;
  definition: DefinitionRecord;
  /** The model that it was started with, as JSON. */
  model: string;
  tokens: GatewayTokens;
  ended: boolean;
  /** Gives the gateway its tenant, which works once in its life. Throws when the gateway does not take it. */
  adopt(tenant: { claweUrl: string; squadhubToken: string }): Promise<void>;
}

/** Resolves when the gateway is ready. Throws, with nothing left running, when it does not get ready. */
export async function startWarmGateway(
  options: WarmGatewayOptions,
  name: string,
  directory: SquadhubDirectory,
  signal: AbortSignal,
): Promise<WarmGateway> {
  const { agents, cliBundle, livenessSeconds } = options;
  const [runtime, model] = [await options.runtime(), options.model()];
  const definition = definitionOf(runtime, options);
  const tokens = { gatewayToken: newToken(), hooksToken: newToken() };
  const role = { environment: allowedEnvironment };
  const launch = { directory, runtime, role, definition, tokens, agents, model, cliBundle, livenessSeconds };
  const { gateway, url } = await launchGateway(launch);
  const warm: WarmGateway = {
    name,
    directory,
    gateway,
    url,
    definition,
    model: JSON.stringify(model),
    tokens,
    ended: false,
    // No proof of the token is needed: the gateway is our child, so it is the one that listens on its port.
    adopt: (tenant) => adopt(url, tokens.gatewayToken, tenant),
  };
  void gateway.exited.then(() => {
    warm.ended = true;
  });
  try {
    await untilReady(warm, signal);
  } catch (error) {
    await gateway.stop();
    throw error;
  }
  return warm;
}

export const isSameDefinition = (one: DefinitionRecord, other: DefinitionRecord): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const newToken = () => randomBytes(32).toString("base64url");

async function untilReady(warm: WarmGateway, signal: AbortSignal): Promise<void> {
  for (const giveUpAt = Date.now() + readyTimeoutMs; Date.now() < giveUpAt; ) {
    if (await isReady(warm.url, signal)) return;
    if (warm.ended) throw await earlyEnd(warm);
    await delay(readyProbeMs, undefined, { signal });
  }
  throw new Error("The gateway was not ready in time.");
}

/** The error of a gateway that ended before it was ready, with its last log lines: its directory will be erased. */
async function earlyEnd({ gateway, directory, tokens }: WarmGateway): Promise<Error> {
  const code = await gateway.exited;
  const lines = await lastLogLines(directory.log, Object.values(tokens));
  const last = lines.slice(-5).join("\n");
  return new Error(`The gateway ended (exit code ${code}) before it was ready:\n${last}`);
}

async function isReady(url: string, signal: AbortSignal): Promise<boolean> {
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(callTimeoutMs)]);
  try {
    const response = await fetch(`${url}/readyz`, { signal: timeout });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // it does not listen yet
  }
}

async function adopt(url: string, gatewayToken: string, tenant: object): Promise<void> {
  const response = await fetch(`${url}/clawe/adopt`, {
    method: "POST",
    headers: { authorization: `Bearer ${gatewayToken}`, "content-type": "application/json" },
    body: JSON.stringify(tenant),
    redirect: "error",
    signal: AbortSignal.timeout(callTimeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The gateway answered ${response.status} when it was given its tenant.`);
}
