// Writes a gateway's config, and what must be patched into a running one. Pure; no file, no network.
import { dirname, join } from "node:path";

export interface Agent {
  id: string;
  name: string;
  emoji: string;
}

/** Where agents' answers come from. A key never gets into the config: it is given as `modelEnvironment`. */
export type ModelProvider =
  | { kind: "offline"; baseUrl: string }
  | { kind: "anthropic"; apiKey: string }
  | { kind: "openai"; apiKey: string };

export interface GatewayConfigInput {
  port: number;
  /** `loopback` on a laptop, `lan` in a container. Never left out: the gateway's own default there is 0.0.0.0. */
  bind: "loopback" | "lan";
  gatewayToken: string;
  /** Another value than the gateway token. */
  hooksToken: string;
  stateDirectory: string;
  pluginDirectory: string;
  agents: Agent[];
  model: ModelProvider;
}

type Config = Record<string, unknown>;

const redacted = "__OPENCLAW_REDACTED__";
const primaryModel = {
  offline: "clawe/offline",
  anthropic: "anthropic/claude-opus-5",
  openai: "openai/gpt-6-astra",
} as const;

/** The whole config of a new gateway, hardened: nothing listens, loads, phones home or runs that we do not use. */
export function gatewayConfig(input: GatewayConfigInput): Config {
  const workspaces = join(input.stateDirectory, "workspaces");
  const model = modelConfig(input.model);
  return {
    gateway: {
      mode: "local",
      port: input.port,
      bind: input.bind,
      auth: { mode: "token", token: input.gatewayToken },
      controlUi: { enabled: false },
      tailscale: { mode: "off" },
      http: { endpoints: { chatCompletions: { enabled: true } } },
    },
    discovery: { mdns: { mode: "off" } },
    update: { checkOnStart: false },
    telemetry: { enabled: false },
    logging: { file: join(input.stateDirectory, "gateway.log") },
    models: model.models,
    agents: {
      ownership: "explicit",
      defaults: {
        ...model.defaults,
        // Short side tasks (recaps of sessions nobody looks at) would be paid model calls.
        utilityModel: "",
        heartbeat: { every: "0m" },
        skipBootstrap: true,
        systemAgent: { agentId: input.agents[0]?.id },
      },
      entries: agentEntries(input.agents, (id) => join(workspaces, id)),
    },
    // Agents use `exec` as a shell, whatever the model.
    tools: { codeMode: { enabled: false } },
    hooks: { enabled: true, token: input.hooksToken, path: "/hooks" },
    skills: { allowBundled: ["none"], workshop: { autonomous: { mode: "off" } } },
    plugins: {
      allow: ["clawe", "admin-http-rpc", "telegram", "anthropic", "openai"],
      load: { paths: [input.pluginDirectory] },
      slots: { memory: "none" },
      entries: {
        clawe: { enabled: true },
        "admin-http-rpc": { enabled: true },
        telegram: { enabled: true },
      },
    },
  };
}

/** What the gateway's environment must hold for this model. */
export function modelEnvironment(model: ModelProvider): Record<string, string> {
  if (model.kind === "anthropic") return { ANTHROPIC_API_KEY: model.apiKey };
  if (model.kind === "openai") return { OPENAI_API_KEY: model.apiKey };
  return {};
}

/**
 * The merge patch (RFC 7396) that brings a running gateway's config to these agents and, if given, this model;
 * undefined when nothing differs. Agents that are only in `current` stay: the customer may have made them.
 */
export function configPatch(
  current: Config,
  wanted: { agents: Agent[]; model?: ModelProvider },
): Config | undefined {
  const present = record(record(current.agents).entries);
  const known = Object.values(present).find((entry) => typeof record(entry).workspace === "string");
  const workspaces = known ? dirname(record(known).workspace as string) : undefined;
  const workspaceOf = (id: string) => {
    const own = record(present[id]).workspace;
    if (typeof own === "string") return own;
    return workspaces && join(workspaces, id);
  };
  const model = wanted.model && modelConfig(wanted.model);
  return difference(current, {
    agents: {
      entries: agentEntries(wanted.agents, workspaceOf),
      ...(model && { defaults: model.defaults }),
    },
    ...(model && { models: model.models }),
  });
}

/** Applies a merge patch (RFC 7396): what `patch` does not name stays. */
export function mergePatch(target: Config, patch: Config): Config {
  const merged = new Map(Object.entries(target));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isRecord(value) ? mergePatch(record(merged.get(key)), value) : value);
  }
  return Object.fromEntries(merged);
}

function agentEntries(agents: Agent[], workspaceOf: (id: string) => string | undefined): Config {
  return Object.fromEntries(
    agents.map(({ id, name, emoji }) => [id, { workspace: workspaceOf(id), identity: { name, emoji } }]),
  );
}

function modelConfig(model: ModelProvider): { models: Config; defaults: Config } {
  const primary = primaryModel[model.kind];
  const catalog = {
    mode: model.kind === "offline" ? "replace" : "merge",
    catalogRefresh: { enabled: false },
  };
  if (model.kind === "offline") {
    return {
      models: { ...catalog, providers: { clawe: offlineProvider(model.baseUrl) } },
      defaults: { model: { primary } },
    };
  }
  // Without it OpenAI's models may run in the Codex runtime, which wants a log-in instead of a key.
  const models = model.kind === "openai" ? { [primary]: { agentRuntime: { id: "openclaw" } } } : {};
  return { models: catalog, defaults: { model: { primary }, models } };
}

function offlineProvider(baseUrl: string): Config {
  return {
    baseUrl,
    apiKey: "offline",
    api: "openai-completions",
    models: [
      {
        id: "offline",
        name: "Offline",
        reasoning: false,
        input: ["text"],
        cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
        contextWindow: 128_000,
        maxTokens: 4096,
      },
    ],
  };
}

/** The part of `wanted` that `current` does not hold yet. A value that is only shown redacted counts as equal. */
function difference(current: unknown, wanted: Config): Config | undefined {
  const changes: [string, unknown][] = [];
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const existing = record(current)[key];
    const change = isRecord(value) ? difference(existing, value) : same(existing, value) ? undefined : value;
    if (change !== undefined) changes.push([key, change]);
  }
  return changes.length > 0 ? Object.fromEntries(changes) : undefined;
}

function same(existing: unknown, value: unknown): boolean {
  return existing === redacted || JSON.stringify(existing) === JSON.stringify(value);
}

function record(value: unknown): Config {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Config {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
