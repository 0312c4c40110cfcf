// Builds a gateway's config, and the patch for a running one. Pure functions: no files, no network.
import { dirname, join } from "node:path";

export interface Agent {
  id: string;
  name: string;
  emoji: string;
}

/** The provider of agents' answers. A key is never in the config; it is passed through `modelEnvironment`. */
export type ModelProvider =
  | { kind: "offline"; baseUrl: string }
  | { kind: "anthropic"; apiKey: string }
  | { kind: "openai"; apiKey: string };

export interface GatewayConfigInput {
  port: number;
  /** `loopback` on a laptop, `lan` in a container. Always set, because the gateway's default in a container is 0.0.0.0. */
  bind: "loopback" | "lan";
  gatewayToken: string;
  /** Must differ from the gateway token. */
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

/** The complete config of a new gateway. It is hardened: nothing that we do not use listens, loads, phones home or runs. */
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
        // Short side tasks, such as recaps of sessions that nobody reads, would be paid model calls.
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

/** The environment variables that the gateway needs for this model. */
export function modelEnvironment(model: ModelProvider): Record<string, string> {
  if (model.kind === "anthropic") return { ANTHROPIC_API_KEY: model.apiKey };
  if (model.kind === "openai") return { OPENAI_API_KEY: model.apiKey };
  return {};
}

/**
 * The merge patch (RFC 7396) that gives a running gateway these agents and, if given, this model. Undefined when nothing
 * differs. Agents that are only in `current` stay, because the customer may have made them.
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

/** Applies a merge patch (RFC 7396): keys that `patch` does not name stay. */
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
  // Without this, OpenAI's models may run in the Codex runtime, which needs a login instead of a key.
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

/** The part of `wanted` that `current` lacks. A redacted value counts as equal. */
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
