// Workflows, as a namespace: what each does to a workspace, in which steps, and who may start it.
export * from "./definition.ts";
export * from "./definitions.ts";
export * from "./start.ts";
export * from "./status.ts";
