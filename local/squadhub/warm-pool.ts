// Gateways that were started ahead, for nobody: a tenant that takes one has its squadhub in moments. Each serves one
// tenant in its life; what was never taken ends, and is erased, with the service.
import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { GatewayTokens, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import type { ModelProvider } from "../../squadhub/config.ts";
import { createSerial } from "../serial.ts";
import { allowedEnvironment, type GatewayRuntime } from "./gateway-command.ts";
import { definitionOf, launchGateway } from "./gateway-launch.ts";
import { lastLogLines } from "./gateway-log.ts";
import { type GatewayProcess, stopMarked } from "./gateway-process.ts";
import { eraseDirectory, type SquadhubDirectory, squadhubDirectory } from "./squadhub-directory.ts";
import type { DefinitionRecord, SquadhubRecords } from "./squadhub-records.ts";

const readyTimeoutMs = 10 * 60_000;
const readyProbeMs = 100;
/** A gateway's event loop can stand still for seconds just after its start. */
const callTimeoutMs = 15_000;
const firstRetryMs = 1000;
const longestRetryMs = 60_000;

/** How many are kept, and what they are started as. A claim for anything else is started cold. */
export interface WarmPoolSize {
  count: number;
  size: SquadhubSpec["size"];
  /** A tenant's squad must have all of these; what else differs is configured when it is the tenant's. */
  agents: SquadhubSpec["agents"];
}

export interface WarmPoolOptions extends WarmPoolSize {
  records: SquadhubRecords;
  /** Holds the directories of all squadhubs. */
  directory: string;
  runtime: () => Promise<GatewayRuntime>;
  model: () => ModelProvider;
  cliBundle: string;
  livenessSeconds?: number;
}

export interface WarmGateway {
  gateway: GatewayProcess;
  url: string;
  /** Tells it whose it is; it takes that once in its life. Throws when it does not. */
  adopt(tenant: { claweUrl: string; squadhubToken: string }): Promise<void>;
}

interface Warm extends WarmGateway {
  name: string;
  directory: SquadhubDirectory;
  definition: DefinitionRecord;
  model: string;
  tokens: GatewayTokens;
  ended: boolean;
}

export type LocalWarmPool = ReturnType<typeof createWarmPool>;

export function createWarmPool(options: WarmPoolOptions) {
  const { records, count, agents } = options;
  /** Ready, and nobody's. By name. */
  const idle = new Map<string, Warm>();
  /** Somebody's, and not handed over yet. By tenant. */
  const claimed = new Map<string, Warm>();
  const claims = createSerial();
  const waiting = new Set<() => void>();
  let closing = new AbortController();
  let filling: Promise<void> | undefined;

  function fill(): void {
    if (closing.signal.aborted || idle.size >= count) return;
    filling ??= keepFull(closing.signal).finally(() => {
      filling = undefined;
      fill();
    });
  }

  /** One after the other: several starting side by side are all late. */
  async function keepFull(signal: AbortSignal): Promise<void> {
    for (let retryMs = firstRetryMs; idle.size < count && !signal.aborted; ) {
      try {
        await add(signal);
        retryMs = firstRetryMs;
      } catch (error) {
        if (signal.aborted) return;
        console.error("A gateway could not be started ahead.", error);
        await delay(retryMs, undefined, { signal }).catch(() => undefined); // then the loop ends
        retryMs = Math.min(retryMs * 2, longestRetryMs);
      }
    }
    if (idle.size >= count) for (const tell of waiting) tell();
  }

  async function add(signal: AbortSignal): Promise<void> {
    const name = `warm_${randomBytes(12).toString("hex")}`;
    const directory = squadhubDirectory(options.directory, name);
    // Known before there is anything of it, so that a crash leaves nothing that is not found again.
    await records.put("warm", name, { startedAt: new Date().toISOString() });
    try {
      const warm = await start(name, directory, signal);
      idle.set(name, warm);
      void warm.gateway.exited
        .then(() => (idle.has(name) ? discard(warm).then(fill) : undefined))
        .catch(report);
    } catch (error) {
      await discard({ name, directory });
      throw error;
    }
  }

  async function start(name: string, directory: SquadhubDirectory, signal: AbortSignal): Promise<Warm> {
    const [runtime, model] = [await options.runtime(), options.model()];
    const definition = definitionOf(runtime, options);
    const token = () => randomBytes(32).toString("base64url");
    const tokens = { gatewayToken: token(), hooksToken: token() };
    const { cliBundle, livenessSeconds } = options;
    const role = { environment: allowedEnvironment };
    const how = { directory, runtime, role, definition, tokens, agents, model, cliBundle, livenessSeconds };
    const { gateway, url } = await launchGateway(how);
    const warm: Warm = {
      name,
      directory,
      gateway,
      url,
      definition,
      model: JSON.stringify(model),
      tokens,
      ended: false,
      // It is our child and has its port: who answers there is it.
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

  /** Nothing of it is left. */
  async function discard(warm: Pick<Warm, "name" | "directory"> & Partial<Warm>): Promise<void> {
    idle.delete(warm.name);
    await warm.gateway?.stop();
    await stopMarked(warm.directory.config);
    await eraseDirectory(warm.directory);
    await records.delete("warm", warm.name);
  }

  const fits = async ({ size, agents: wanted }: SquadhubSpec, warm: Warm) => {
    const has = new Set(wanted.map(({ id }) => id));
    return (
      !warm.ended &&
      sameGateway(warm.definition, definitionOf(await options.runtime(), { size })) &&
      warm.model === JSON.stringify(options.model()) &&
      agents.every(({ id }) => has.has(id))
    );
  };

  return {
    /** Ends and erases what an earlier service has left, then fills up in the background. */
    async open(): Promise<void> {
      closing = new AbortController();
      for (const name of await records.warm())
        if (!idle.has(name)) await discard({ name, directory: squadhubDirectory(options.directory, name) });
      fill();
    },

    /** Ends all; what is nobody's is erased. */
    async close(): Promise<void> {
      closing.abort();
      await filling;
      await Promise.all([...idle.values()].map(discard));
      for (const { gateway } of claimed.values()) await gateway.stop();
      claimed.clear();
    },

    /** Resolves when as many are ready as there shall be. */
    async full(): Promise<void> {
      if (idle.size >= count) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      await promise;
      waiting.delete(resolve);
    },

    /** As `WarmPool.claim`. */
    claim: (spec: SquadhubSpec) =>
      claims(async (): Promise<GatewayTokens | undefined> => {
        const { tenantId } = spec;
        // What it has claimed and lost in a crash is started again where it was, with whatever tokens it gets.
        if (await records.get("storage", tenantId)) return claimed.get(tenantId)?.tokens;
        for (const warm of idle.values()) {
          if (!(await fits(spec, warm)) || !idle.delete(warm.name)) continue;
          try {
            await records.claim(warm.name, tenantId, warm.directory.path);
          } catch (error) {
            await discard(warm);
            throw error;
          }
          claimed.set(tenantId, warm);
          fill();
          return warm.tokens;
        }
        return undefined;
      }),

    /** The gateway that the tenant has claimed, once; undefined when there is none that runs and is as defined. */
    async take(tenantId: string, definition: DefinitionRecord): Promise<WarmGateway | undefined> {
      const warm = claimed.get(tenantId);
      claimed.delete(tenantId);
      if (!warm) return undefined;
      if (!warm.ended && sameGateway(warm.definition, definition)) return warm;
      await warm.gateway.stop();
      return undefined;
    },

    /** Ends the gateway that the tenant has claimed and not been handed over. */
    async drop(tenantId: string): Promise<void> {
      const warm = claimed.get(tenantId);
      claimed.delete(tenantId);
      await warm?.gateway.stop();
    },
  };
}

const sameGateway = (one: DefinitionRecord, other: DefinitionRecord): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function untilReady(warm: Warm, signal: AbortSignal): Promise<void> {
  for (const giveUpAt = Date.now() + readyTimeoutMs; Date.now() < giveUpAt; ) {
    if (await isReady(warm.url, signal)) return;
    if (warm.ended) throw await endOf(warm);
    await delay(readyProbeMs, undefined, { signal });
  }
  throw new Error("The gateway was not ready in time.");
}

/** Its directory goes with it: what it said last is all that tells why. */
async function endOf({ gateway, directory, tokens }: Warm): Promise<Error> {
  const code = await gateway.exited;
  const said = await lastLogLines(directory.log, Object.values(tokens));
  return new Error(
    `The gateway ended (exit code ${code}) before it was ready:\n${said.slice(-5).join("\n")}`,
  );
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

function report(error: unknown): void {
  console.error("A gateway that was started ahead could not be removed.", error);
}
