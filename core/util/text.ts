// Texts that people and agents write, and their limits: kilobytes are of UTF-8, because that is what is stored.
import * as z from "zod";

/** A text of at most so many kilobytes. */
export function textOf(kilobytes: number) {
  return z
    .string()
    .refine((text) => Buffer.byteLength(text) <= kilobytes * 1024, `must be at most ${kilobytes} KB`);
}

/** A title or a name on one line. */
export function lineOf(characters: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(characters, `must be at most ${characters} characters`)
    .regex(/^\P{Cc}*$/u, "must be one line without control characters")
    .refine((text) => text.isWellFormed(), "must be well-formed text");
}

/** The beginning of `text` that fits, cut between characters. */
export function clip(text: string, kilobytes: number): string {
  const bytes = Buffer.from(text);
  const max = kilobytes * 1024;
  if (bytes.length <= max) return text;
  const ellipsis = "…";
  const room = max - Buffer.byteLength(ellipsis);
  // A cut character decodes to the replacement character: step back to where one begins.
  let end = room;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString() + ellipsis;
}
