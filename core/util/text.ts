// Schemas of texts that people and agents write. Kilobytes are of UTF-8, because that is what is stored.
import * as z from "zod";

/** The schema of a text of at most `kilobytes`. */
export function textOf(kilobytes: number) {
  return z
    .string()
    .refine((text) => Buffer.byteLength(text) <= kilobytes * 1024, `must be at most ${kilobytes} KB`);
}

/** The schema of a title or name: one line of 1 to `characters` characters. */
export function lineOf(characters: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(characters, `must be at most ${characters} characters`)
    .regex(/^\P{Cc}*$/u, "must be one line without control characters")
    .refine((text) => text.isWellFormed(), "must be well-formed text");
}

/** `text` cut to at most `kilobytes`, between characters and with an ellipsis. */
export function clip(text: string, kilobytes: number): string {
  const bytes = Buffer.from(text);
  const max = kilobytes * 1024;
  if (bytes.length <= max) return text;
  const ellipsis = "…";
  const room = max - Buffer.byteLength(ellipsis);
  // A partial character would decode to the replacement character, so the cut moves back to where one begins.
  let end = room;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString() + ellipsis;
}
