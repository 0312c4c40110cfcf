// What the stub needs from a gateway's config file. It is checked at the start and with each patch.
import { join } from "node:path";
import { isRecord } from "../json.ts";

export interface AgentSettings {
  id: string;
  name: string;
  emoji: string | undefined;
  workspace: string;
}

export interface ModelSettings {
  baseUrl: string;
  apiKey: string | undefined;
  model: string;
}

export interface Settings {
  host: string;
  port: number;
  token: string;
  agents: Map<string, AgentSettings>;
  /** Undefined when the config names no model that speaks the chat-completions protocol. */
  model: ModelSettings | undefined;
}

/** Reads a parsed config. Throws an `Error` that names the key that is invalid. */
export function readSettings(config: unknown, stateDirectory: string): Settings {
  const port = at(config, "gateway", "port");
  if (typeof port !== "number" || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error("gateway.port must be a port number");
  }
  const token = text(at(config, "gateway", "auth", "token"));
  if (!token) throw new Error("gateway.auth.token must be a string");
  const entries = at(config, "agents", "entries");
  if (!isRecord(entries) || Object.keys(entries).length === 0) {
    throw new Error("agents.entries must hold at least one agent");
  }
  const agents = Object.entries(entries).map(([id, entry]): [string, AgentSettings] => {
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(id)) throw new Error(`agents.entries has a bad id: ${id}`);
    const name = text(at(entry, "identity", "name")) ?? id;
    const emoji = text(at(entry, "identity", "emoji"));
    return [
      id,
      { id, name, emoji, workspace: text(at(entry, "workspace")) ?? join(stateDirectory, "workspace", id) },
    ];
  });
  return {
    host: at(config, "gateway", "bind") === "lan" ? "0.0.0.0" : "127.0.0.1",
    port,
    token,
    agents: new Map(agents),
    model: readModel(config),
  };
}

function readModel(config: unknown): ModelSettings | undefined {
  const primary = text(at(config, "agents", "defaults", "model", "primary")) ?? "";
  const slash = primary.indexOf("/");
  const provider = at(config, "models", "providers", primary.slice(0, slash));
  const baseUrl = text(at(provider, "baseUrl"));
  const protocol = at(provider, "api") ?? "openai-completions";
  if (slash < 1 || !baseUrl || protocol !== "openai-completions") return undefined;
  return {
    baseUrl: baseUrl.replace(/\/$/, ""),
    apiKey: text(at(provider, "apiKey")),
    model: primary.slice(slash + 1),
  };
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
