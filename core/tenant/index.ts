// Tenants: one workspace, one squadhub, one board. The unit of isolation.
export * from "./create.ts";
export * from "./entity.ts";
export * from "./erase.ts";
export * from "./limit.ts";
export * from "./list.ts";
export * from "./name.ts";
export * from "./reservation.ts";
export * from "./schema.ts";
export * from "./settings.ts";
