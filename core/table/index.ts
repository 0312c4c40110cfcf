// The table, as one module: keys, reads, lists and writes. docs/table.md lists every access pattern.
export * from "./get.ts";
export * from "./main.ts";
export * from "./page.ts";
export * from "./retry.ts";
export * from "./write.ts";
