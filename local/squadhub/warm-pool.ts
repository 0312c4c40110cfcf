// Gateways that were started ahead, without a tenant: a tenant that claims one has its squadhub in moments. Each serves
// one tenant in its life. Those that nobody has claimed are stopped and erased with the service.
import { randomBytes } from "node:crypto";
import type { GatewayTokens, SquadhubSpec } from "../../platform/types/squadhubs.ts";
import { wait } from "../backoff.ts";
import { createSerial, type Serial } from "../serial.ts";
import { definitionOf } from "./gateway-launch.ts";
import { stopMarked } from "./gateway-process.ts";
import { restartDelayMs } from "./gateway-restarts.ts";
import { eraseDirectory, squadhubDirectory } from "./squadhub-directory.ts";
import type { DefinitionRecord, SquadhubRecords } from "./squadhub-records.ts";
import {
  isSameDefinition,
  startWarmGateway,
  type WarmGateway,
  type WarmGatewayOptions,
} from "./warm-gateway.ts";

/** How many gateways are kept ready, and what they are started as. A claim that does not fit gets none of them. */
export interface WarmPoolSize {
  count: number;
  size: SquadhubSpec["size"];
  /** A squad must have all of these agents. Its other agents are configured once the gateway has its tenant. */
  agents: SquadhubSpec["agents"];
}

export interface WarmPoolOptions extends WarmPoolSize, WarmGatewayOptions {
  records: SquadhubRecords;
  /** Holds the directories of all squadhubs. */
  directory: string;
}

export interface LocalWarmPool {
  /** Stops and erases what an earlier service has left, then fills the pool in the background. */
  open(): Promise<void>;
  /** Stops all gateways of the pool, and erases those that nobody has claimed. */
  close(): Promise<void>;
  /** Resolves when the pool has all of its gateways ready. */
  full(): Promise<void>;
  /** As `claim` of the platform's `WarmPool`. */
  claim(spec: SquadhubSpec): Promise<GatewayTokens | undefined>;
  /** Hands over the gateway that the tenant has claimed, once; undefined when it does not run or fit any more. */
  take(tenantId: string, definition: DefinitionRecord): Promise<WarmGateway | undefined>;
  /** Stops the gateway that the tenant has claimed, if it was not handed over. */
  drop(tenantId: string): Promise<void>;
}

export const createWarmPool = (options: WarmPoolOptions): LocalWarmPool => new Pool(options);

class Pool implements LocalWarmPool {
  readonly #options: WarmPoolOptions;
  /** Ready and unclaimed, by name. */
  readonly #idle = new Map<string, WarmGateway>();
  /** Claimed and not handed over yet, by tenant. */
  readonly #claimed = new Map<string, WarmGateway>();
  readonly #claims: Serial = createSerial();
  readonly #fullWaiters = new Set<() => void>();
  #closing = new AbortController();
  #filling: Promise<void> | undefined;

  constructor(options: WarmPoolOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    this.#closing = new AbortController();
    for (const name of await this.#options.records.warm())
      if (!this.#idle.has(name)) await this.#discard({ name, directory: this.#directoryOf(name) });
    this.#fill();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#filling;
    await Promise.all([...this.#idle.values()].map((warm) => this.#discard(warm)));
    for (const { gateway } of this.#claimed.values()) await gateway.stop();
    this.#claimed.clear();
  }

  async full(): Promise<void> {
    if (this.#isFull()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#fullWaiters.add(resolve);
    await promise;
    this.#fullWaiters.delete(resolve);
  }

  claim(spec: SquadhubSpec): Promise<GatewayTokens | undefined> {
    return this.#claims(async () => {
      const { tenantId } = spec;
      // A claim that a crash has cut off is started again in its directory, with whatever tokens the tenant gets.
      if (await this.#options.records.get("storage", tenantId)) return this.#claimed.get(tenantId)?.tokens;
      for (const warm of this.#idle.values()) {
        const isTaken = (await this.#fits(spec, warm)) && this.#idle.delete(warm.name);
        if (isTaken) return this.#assign(warm, tenantId);
      }
      return undefined;
    });
  }

  async take(tenantId: string, definition: DefinitionRecord): Promise<WarmGateway | undefined> {
    const warm = this.#unassign(tenantId);
    if (!warm) return undefined;
    if (!warm.ended && isSameDefinition(warm.definition, definition)) return warm;
    await warm.gateway.stop();
    return undefined;
  }

  async drop(tenantId: string): Promise<void> {
    await this.#unassign(tenantId)?.gateway.stop();
  }

  async #assign(warm: WarmGateway, tenantId: string): Promise<GatewayTokens> {
    try {
      await this.#options.records.claim(warm.name, tenantId, warm.directory.path);
    } catch (error) {
      await this.#discard(warm);
      throw error;
    }
    this.#claimed.set(tenantId, warm);
    this.#fill();
    return warm.tokens;
  }

  #unassign(tenantId: string): WarmGateway | undefined {
    const warm = this.#claimed.get(tenantId);
    this.#claimed.delete(tenantId);
    return warm;
  }

  async #fits({ size, agents }: SquadhubSpec, warm: WarmGateway): Promise<boolean> {
    const { runtime, model, agents: needed } = this.#options;
    const has = new Set(agents.map(({ id }) => id));
    return (
      !warm.ended &&
      isSameDefinition(warm.definition, definitionOf(await runtime(), { size })) &&
      warm.model === JSON.stringify(model()) &&
      needed.every(({ id }) => has.has(id))
    );
  }

  #isFull(): boolean {
    return this.#idle.size >= this.#options.count;
  }

  #fill(): void {
    if (this.#closing.signal.aborted || this.#isFull()) return;
    this.#filling ??= this.#fillUp(this.#closing.signal).finally(() => {
      this.#filling = undefined;
      this.#fill();
    });
  }

  /** Starts the gateways one after another: several that start at the same time are all late. */
  async #fillUp(signal: AbortSignal): Promise<void> {
    for (let failed = 0; !this.#isFull() && !signal.aborted; ) {
      try {
        await this.#add(signal);
        failed = 0;
      } catch (error) {
        if (signal.aborted) return;
        console.error("A gateway could not be started ahead.", error);
        failed += 1;
        await wait(restartDelayMs(failed), signal);
      }
    }
    if (this.#isFull()) for (const resolve of this.#fullWaiters) resolve();
  }

  async #add(signal: AbortSignal): Promise<void> {
    const { records } = this.#options;
    const name = `warm_${randomBytes(12).toString("hex")}`;
    const directory = this.#directoryOf(name);
    // Recorded before anything of it exists, so that the next process finds what a crash has left.
    await records.put("warm", name, { startedAt: new Date().toISOString() });
    try {
      const warm = await startWarmGateway(this.#options, name, directory, signal);
      this.#idle.set(name, warm);
      void warm.gateway.exited.then(() => this.#replace(warm)).catch(reportFailure);
    } catch (error) {
      await this.#discard({ name, directory });
      throw error;
    }
  }

  /** Discards a gateway that has ended unclaimed, and starts another. */
  async #replace(warm: WarmGateway): Promise<void> {
    if (!this.#idle.has(warm.name)) return;
    await this.#discard(warm);
    this.#fill();
  }

  /** Leaves nothing of the gateway: no process, no directory, no record. */
  async #discard(warm: Pick<WarmGateway, "name" | "directory"> & Partial<WarmGateway>): Promise<void> {
    this.#idle.delete(warm.name);
    await warm.gateway?.stop();
    await stopMarked(warm.directory.config);
    await eraseDirectory(warm.directory);
    await this.#options.records.delete("warm", warm.name);
  }

  #directoryOf(name: string) {
    return squadhubDirectory(this.#options.directory, name);
  }
}

function reportFailure(error: unknown): void {
  console.error("A gateway that was started ahead could not be removed.", error);
}
