// Agents of a squad.
export * from "./author.ts";
export * from "./entity.ts";
export * from "./register.ts";
