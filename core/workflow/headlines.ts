// The words above a run that several workflows share.
import type { Headlines } from "./definition.ts";

export const PAGE_CAN_BE_CLOSED = "You can close this page; the work continues.";
const MESSAGES_WAIT = "What you write meanwhile waits for the squad.";

/** Of a workflow that starts the squad and changes nothing else. `verb` is what it does: "Waking". */
export function startHeadlines(verb: string): Headlines {
  const failed = {
    title: "{workspace} could not be started",
    text: "Its board and files are as they were. Try again.",
  };
  return {
    running: { title: `${verb} {workspace}`, text: `This takes about half a minute. ${MESSAGES_WAIT}` },
    succeeded: { title: "{workspace} is awake", text: "The squad is ready." },
    held: failed,
    rolling_back: failed,
    failed,
    rollback_incomplete: failed,
  };
}

/** Of a revertible workflow. `verb` is what it does ("Backing up"), `done` what it has done ("backed up"). */
export function maintenanceHeadlines(verb: string, done: string, result: string): Headlines {
  const reverting = {
    title: "{workspace} is being rolled back",
    text: "It did not work. Everything is being put back as it was.",
  };
  return {
    running: { title: `${verb} {workspace}`, text: `This takes about a minute. ${MESSAGES_WAIT}` },
    succeeded: { title: `{workspace} is ${done}`, text: result },
    held: reverting,
    rolling_back: reverting,
    failed: { title: "{workspace} is as it was before", text: "It did not work. Nothing was lost." },
    rollback_incomplete: {
      title: "{workspace} was not fully rolled back",
      text: "We were notified and will repair the rest.",
    },
  };
}
