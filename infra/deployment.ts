// What the stacks of one deployment share: its settings, its bundles, and what each part of the platform needs.
import type { Bundles } from "./bundles.ts";
import type { Config } from "./config.ts";
import { type Names, namesOf } from "./names.ts";

/** A permission. `wildcard` says why one of its resources ends in a star, if one does. */
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

export class Deployment {
  readonly config: Config;
  readonly names: Names;
  readonly bundles: Bundles;
  readonly #grants = new Map<string, Grant>();

  constructor(config: Config, bundles: Bundles) {
    this.config = config;
    this.names = namesOf(config.stage);
    this.bundles = bundles;
  }

  /** Says what the users of `part` need. Parts that a bundle can hold are called as in platform/aws/. */
  provide(part: string, grant: Grant): void {
    this.#grants.set(part, grant);
  }

  /** Undefined for what needs nothing; a part that a stack provides must be provided before it is used. */
  grantOf(part: string): Grant | undefined {
    return this.#grants.get(part);
  }
}

/** The parts of the platform: each needs to be provided. Other files of platform/aws/ are only helpers. */
export const parts = [
  "bus",
  "cells",
  "converse",
  "discovery",
  "executions",
  "forward",
  "identity",
  "lanes",
  "mail",
  "objects",
  "operators",
  "pool",
  "release",
  "schedule-reader",
  "schedules",
  "secrets",
  "site",
  "sockets",
  "squadhubs",
  "table",
  "workflows",
];
