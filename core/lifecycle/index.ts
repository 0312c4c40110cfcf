// The life of a workspace and its squadhub, as a namespace: start, wake, settle, reopen.
export * from "./reopen.ts";
export * from "./settle.ts";
export * from "./start.ts";
export * from "./wake.ts";
