// What a run is doing, in words.
import type { Run } from "../queries.ts";

export const isOver = (run: Run | undefined): boolean =>
  run !== undefined && ["succeeded", "failed", "rollback_incomplete"].includes(run.status);

interface Headline {
  title: string;
  text: string;
}

export function headline({ workflow, status }: Run, name: string | undefined): Headline {
  const it = name ? `“${name}”` : "your workspace";
  const It = name ? `“${name}”` : "Your workspace";
  if (workflow === "deprovision")
    switch (status) {
      case "succeeded":
        return { title: `${It} is deleted`, text: "Its board, its files and its keys are gone." };
      case "failed":
      case "rollback_incomplete":
        return { title: `${It} is not fully deleted`, text: "Something would not go. You can try again." };
      default:
        return { title: `Deleting ${it}`, text: "You can close this page; it goes on without you." };
    }
  if (workflow !== "provision") return ofSquad[workflow](status, it, It);
  switch (status) {
    case "succeeded":
      return { title: `${It} is ready`, text: "The squad is in. Give them something to do." };
    case "held":
      return {
        title: `${It} did not start`,
        text: "We are looking at what went wrong before we take back what was made.",
      };
    case "rolling_back":
      return {
        title: `${It} did not start`,
        text: "Taking back what was made, so that nothing is left over.",
      };
    case "failed":
      return {
        title: `${It} did not start`,
        text: "What was made has been taken back. Nothing is left over.",
      };
    case "rollback_incomplete":
      return {
        title: `${It} did not start`,
        text: "Most of what was made has been taken back; we have been told about the rest.",
      };
    default:
      return {
        title: `Setting up ${it}`,
        text: "About a minute. You can close this page; it goes on without you.",
      };
  }
}

type Words = (status: Run["status"], it: string, It: string) => Headline;

/** What is done to a squad that exists already. */
const ofSquad: Record<Exclude<Run["workflow"], "provision" | "deprovision">, Words> = {
  sleep: (status, it, It) =>
    status === "succeeded"
      ? { title: `${It} sleeps`, text: "It wakes when there is something to do." }
      : { title: `Putting ${it} to sleep`, text: "The board stays as it is." },
  wake: (status, it, It) => started(status, it, It, "Waking"),
  restart: (status, it, It) => started(status, it, It, "Restarting"),
  backup: (status, it, It) =>
    workedOn(status, It, {
      doing: `Backing up ${it}`,
      done: `${It} is backed up`,
      is: "The squad is back at work.",
    }),
  backupAtRest: (status, it, It) =>
    workedOn(status, It, {
      doing: `Backing up ${it}`,
      done: `${It} is backed up`,
      is: "The squad stays at rest.",
    }),
  upgrade: (status, it, It) =>
    workedOn(status, It, {
      doing: `Upgrading ${it}`,
      done: `${It} is upgraded`,
      is: "The squad is in, on the present version.",
    }),
  restore: (status, it, It) =>
    workedOn(status, It, {
      doing: `Restoring ${it}`,
      done: `${It} is restored`,
      is: "The squad is in, with its files of that time.",
    }),
};

/** What goes back by itself when it fails. */
function workedOn(
  status: Run["status"],
  It: string,
  { doing, done, is }: { doing: string; done: string; is: string },
): Headline {
  switch (status) {
    case "succeeded":
      return { title: done, text: is };
    case "pending":
    case "running":
      return { title: doing, text: "About a minute. What is written meanwhile waits for the squad." };
    case "failed":
      return { title: `${It} is as it was before`, text: "It did not work, and nothing was lost." };
    case "rollback_incomplete":
      return { title: `${It} is not quite as it was`, text: "We have been told and put the rest right." };
    default:
      return { title: `${It} goes back`, text: "It did not work: all becomes as it was before." };
  }
}

/** What was done, as a list of runs calls it. */
export const workflowWords: Record<Run["workflow"], string> = {
  provision: "Set up",
  deprovision: "Delete",
  sleep: "Sleep",
  wake: "Wake",
  restart: "Restart",
  backup: "Back up",
  backupAtRest: "Back up",
  upgrade: "Upgrade",
  restore: "Restore",
};

function started(status: Run["status"], it: string, It: string, doing: string): Headline {
  switch (status) {
    case "succeeded":
      return { title: `${It} is awake`, text: "The squad is in." };
    case "pending":
    case "running":
      return { title: `${doing} ${it}`, text: "Half a minute. What is written meanwhile waits for it." };
    default:
      return { title: `${It} did not start`, text: "Its board and its files are as they were. Try again." };
  }
}
