// The deployed platform. Each const has a file of its own, so that a bundle holds only the clients it uses.
export { bus } from "./bus.ts";
export { cells } from "./cells.ts";
export { discovery } from "./discovery.ts";
export { forward } from "./forward.ts";
export { identity } from "./identity.ts";
export { lanes } from "./lanes.ts";
export { mail } from "./mail.ts";
export { objects } from "./objects.ts";
export { operators } from "./operators.ts";
export { schedules } from "./schedules.ts";
export { secrets } from "./secrets.ts";
export { site } from "./site.ts";
export { sockets } from "./sockets.ts";
export { squadhubs } from "./squadhubs.ts";
export { table } from "./table.ts";
export { workflows } from "./workflows.ts";
