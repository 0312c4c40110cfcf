// The life of a workspace and its squadhub, as a namespace: start, wake, fail, settle, reopen.
export * from "./failure.ts";
export * from "./outcome.ts";
export * from "./reopen.ts";
export * from "./settle.ts";
export * from "./start.ts";
export * from "./wake.ts";
