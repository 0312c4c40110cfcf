// Runs, as a namespace: one execution of a workflow for a tenant, as its customer and its operators see it.
export * from "./entity.ts";
export * from "./explanation.ts";
export * from "./failure.ts";
export * from "./hold.ts";
export * from "./open.ts";
export * from "./progress.ts";
