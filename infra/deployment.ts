// What the stacks of one deployment share: its settings, its bundles, and what each part of the platform needs.
import type { Platform } from "../platform/types/platform.ts";
import type { Bundles } from "./bundles.ts";
import type { Config } from "./config.ts";
import { kebab, type Names, namesOf } from "./names.ts";

/** A permission. `wildcard` is the reason why one of its resources has a star, if one has. */
export interface Permission {
  actions: string[];
  resources: string[];
  conditions?: Record<string, Record<string, unknown>>;
  wildcard?: string;
}

/** What a function needs to use a part of the platform: settings and permissions. */
export interface Grant {
  environment?: Record<string, string>;
  permissions?: Permission[];
}

export type Part = keyof Platform;
/** A part of the platform, or more of a part than every user of it may do. `mount` is the file system of all tenants. */
export type GrantName = Part | `${Part}:${string}` | "mount";

/** Every part of the platform: the compiler asks for each. Other files of platform/aws/ are only helpers. */
const every: Record<Part, true> = {
  bus: true,
  cells: true,
  converse: true,
  discovery: true,
  executions: true,
  forward: true,
  identity: true,
  lanes: true,
  mail: true,
  objects: true,
  operators: true,
  pool: true,
  release: true,
  scheduleReader: true,
  schedules: true,
  secrets: true,
  site: true,
  sockets: true,
  squadhubs: true,
  table: true,
  workflows: true,
};
export const parts = Object.keys(every) as Part[];

/** The file in platform/aws/ that a part is, without extension: `schedule-reader` for `scheduleReader`. */
export const fileOf = (part: Part): string => kebab(part);

export class Deployment {
  readonly config: Config;
  readonly names: Names;
  readonly bundles: Bundles;
  readonly #grants = new Map<GrantName, Grant>();

  constructor(config: Config, bundles: Bundles) {
    this.config = config;
    this.names = namesOf(config.stage);
    this.bundles = bundles;
  }

  /** Declares what the users of `name` need. */
  provide(name: GrantName, grant: Grant): void {
    this.#grants.set(name, grant);
  }

  /** Throws when no stack has provided it yet: the stack that provides a part comes before those that use it. */
  grantOf(name: GrantName): Grant {
    const grant = this.#grants.get(name);
    if (!grant) throw new Error(`No stack has provided ${name} yet.`);
    return grant;
  }
}
