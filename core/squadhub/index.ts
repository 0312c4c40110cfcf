// Squadhubs, as a namespace: the record of a tenant’s gateway, its reports, and the one way to call it.
export * from "./entity.ts";
export * from "./errors.ts";
export * from "./gateway.ts";
export * from "./push.ts";
export * from "./reports.ts";
export * from "./spec.ts";
export * from "./upgrade.ts";
