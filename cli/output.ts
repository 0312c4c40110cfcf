// Prints a command's result: text that a language model can read, or with --json the API's JSON.
import type { Command } from "commander";
import { jsonText } from "./format.ts";

/** Prints `value` as `toText` puts it, or as JSON when the command line says --json. */
export type Print = <T>(value: T, toText: (value: T) => string) => void;

export const printerOf =
  (command: Command): Print =>
  (value, toText) => {
    const { json } = command.optsWithGlobals<{ json?: true }>();
    process.stdout.write(`${json ? jsonText(value) : toText(value)}\n`);
  };
