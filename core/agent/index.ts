// Agents of a squad, as a namespace: `Agent.find`, `Agent.register`.
export * from "./author.ts";
export * from "./entity.ts";
export * from "./register.ts";
