// Tenants, as a namespace: one workspace, one squadhub, one board. The unit of isolation.
export * from "./create.ts";
export * from "./entity.ts";
export * from "./erase.ts";
export * from "./name.ts";
export * from "./reservation.ts";
export * from "./settings.ts";
