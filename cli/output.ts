// Prints what a command found: text for a language model, or with --json what the API said.
import type { Command } from "commander";
import { jsonText } from "./format.ts";

/** Prints `value` through `toText`, or as JSON when the command line says so. */
export function print<T>(command: Command, value: T, toText: (value: T) => string): void {
  const { json } = command.optsWithGlobals<{ json?: true }>();
  process.stdout.write(`${json ? jsonText(value) : toText(value)}\n`);
}
