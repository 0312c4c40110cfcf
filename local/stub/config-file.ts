// The gateway's config file: shown without secrets, changed by a merge patch against a known hash.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isRecord } from "../json.ts";
import { writeAtomically } from "./atomic-file.ts";
import { readSettings, type Settings } from "./settings.ts";

const redacted = "__OPENCLAW_REDACTED__";
const secretKey = /token$|apikey$|secret$|password$/i;

export interface ConfigFile {
  settings(): Settings;
  /** The config without secrets, and the hash that a patch must name. */
  show(): { config: unknown; hash: string };
  /** Merges an RFC 7396 patch, and saves the result. Throws an `Error` whose message may be shown. */
  patch(raw: unknown, baseHash: unknown): void;
}

/** Reads and checks the config. Throws when it is missing or cannot be used. */
export function openConfig(path: string, stateDirectory: string): ConfigFile {
  let source = readFileSync(path, "utf8");
  let config: unknown = JSON.parse(source);
  let settings = readSettings(config, stateDirectory);
  const hash = () => createHash("sha256").update(source).digest("hex");

  return {
    settings: () => settings,
    show: () => ({ config: redact(config), hash: hash() }),
    patch(raw, baseHash) {
      if (typeof raw !== "string") throw new Error("config.patch needs params.raw, a JSON string");
      if (raw.includes(redacted)) throw new Error("config.patch holds a redacted value");
      if (baseHash !== hash()) throw new Error("config changed since last load; re-run config.get and retry");
      const next = merge(config, JSON.parse(raw));
      const nextSettings = readSettings(next, stateDirectory);
      const nextSource = `${JSON.stringify(next, null, 2)}\n`;
      writeAtomically(path, nextSource);
      [config, settings, source] = [next, nextSettings, nextSource];
    },
  };
}

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      typeof child === "string" && secretKey.test(key) ? redacted : redact(child),
    ]),
  );
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const merged = new Map(Object.entries(isRecord(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, merge(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
