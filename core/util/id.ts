// Ids are ULIDs with a prefix for the kind of thing. Within one process they only grow.
import { monotonicFactory } from "ulid";
import * as z from "zod";

export const prefixes = {
  user: "usr",
  session: "ses",
  account: "acc",
  invitation: "inv",
  tenant: "ten",
  run: "run",
  task: "tsk",
  subtask: "sub",
  message: "msg",
  document: "doc",
  notification: "ntf",
  activity: "act",
  routine: "rtn",
  chat: "cht",
  backup: "bak",
  event: "evt",
} as const;

export type Noun = keyof typeof prefixes;

const ulid = monotonicFactory();

export function newId(noun: Noun, at: number = Date.now()): string {
  return `${prefixes[noun]}_${ulid(at)}`;
}

/** The schema of a noun's id. */
export function idOf(noun: Noun) {
  return z
    .string()
    .regex(
      new RegExp(`^${prefixes[noun]}_[0-9A-HJKMNP-TV-Z]{26}$`),
      `must be a ${noun} id (${prefixes[noun]}_…)`,
    )
    .meta({ example: `${prefixes[noun]}_01JD8VQ3N8M5T0YB1S7C2W4X6Z` });
}
