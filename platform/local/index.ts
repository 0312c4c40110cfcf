// The laptop's platform. `local/` builds the engines and passes them in before the first request. The exports are live
// bindings, so the domain imports them by name, as it does in the cloud.
import type { Platform } from "../types/platform.ts";

export let table: Platform["table"];
export let identity: Platform["identity"];
export let site: Platform["site"];
export let cells: Platform["cells"];
export let operators: Platform["operators"];
export let bus: Platform["bus"];
export let squadhubs: Platform["squadhubs"];
export let pool: Platform["pool"];
export let release: Platform["release"];
export let discovery: Platform["discovery"];
export let forward: Platform["forward"];
export let converse: Platform["converse"];
export let workflows: Platform["workflows"];
export let executions: Platform["executions"];
export let lanes: Platform["lanes"];
export let schedules: Platform["schedules"];
export let scheduleReader: Platform["scheduleReader"];
export let secrets: Platform["secrets"];
export let mail: Platform["mail"];
export let sockets: Platform["sockets"];
export let objects: Platform["objects"];

/** Makes every import of `#platform` see `platform`. */
export function usePlatform(platform: Platform): void {
  ({
    table,
    identity,
    site,
    cells,
    operators,
    bus,
    squadhubs,
    pool,
    release,
    discovery,
    forward,
    converse,
    workflows,
    executions,
    lanes,
    schedules,
    scheduleReader,
    secrets,
    mail,
    sockets,
    objects,
  } = platform);
}
