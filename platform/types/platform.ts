// What differs between the cloud and a laptop: `#platform` exports each of these parts as a const.
import type { Bus } from "./bus.ts";
import type { Converse, Discovery, Forward } from "./gateway.ts";
import type { IdentitySettings } from "./identity.ts";
import type { Lanes } from "./lanes.ts";
import type { Mail } from "./mail.ts";
import type { Objects } from "./objects.ts";
import type { ScheduleReader, Schedules } from "./schedules.ts";
import type { Secrets } from "./secrets.ts";
import type { SiteSettings } from "./site.ts";
import type { Sockets } from "./sockets.ts";
import type { Cell, Release, SquadhubDriver, WarmPool } from "./squadhubs.ts";
import type { TableSettings } from "./table.ts";
import type { Executions, Workflows } from "./workflows.ts";

export interface Platform {
  table: TableSettings;
  identity: IdentitySettings;
  site: SiteSettings;
  /** The cells for new squadhubs, in order of preference; `capacity` is the number of squadhubs that fit in one. */
  cells: { cell: Cell; capacity: number }[];
  /** The verified e-mail addresses, in lower case, of the operator admins by configuration. */
  operators: string[];
  bus: Bus;
  squadhubs: SquadhubDriver;
  pool: WarmPool;
  release: Release;
  discovery: Discovery;
  forward: Forward;
  converse: Converse;
  workflows: Workflows;
  executions: Executions;
  lanes: Lanes;
  schedules: Schedules;
  scheduleReader: ScheduleReader;
  secrets: Secrets;
  mail: Mail;
  sockets: Sockets;
  objects: Objects;
}
