// The title and the text above a run.
import { capitalize } from "../capitalize.ts";
import type { Run } from "../queries.ts";

export const hasEnded = (run: Run | undefined): boolean =>
  run !== undefined && ["succeeded", "failed", "rollback_incomplete"].includes(run.status);

interface Headline {
  title: string;
  text: string;
}

/** By a run's status. A pending run reads like a running one. */
type Headlines = Record<Exclude<Run["status"], "pending">, Headline>;

/** `name` is the workspace's. */
export function headline({ workflow, status }: Run, name: string | undefined): Headline {
  const workspace = name ? `“${name}”` : "your workspace";
  const { title, text } = headlines[workflow](workspace)[status === "pending" ? "running" : status];
  return { title: capitalize(title), text };
}

const RUNS_WITHOUT_YOU = "You can close this page; the work continues.";
const WORK_WAITS = "The squad reads what you write when it is back.";

const headlines: Record<Run["workflow"], (workspace: string) => Headlines> = {
  provision(workspace) {
    const title = `${workspace} could not be set up`;
    return {
      running: { title: `Setting up ${workspace}`, text: `This takes about a minute. ${RUNS_WITHOUT_YOU}` },
      succeeded: { title: `${workspace} is ready`, text: "The squad is waiting for its first task." },
      held: { title, text: "We are looking into it before everything is rolled back." },
      rolling_back: { title, text: "Everything is being rolled back, so that nothing is left over." },
      failed: { title, text: "Everything was rolled back. Nothing is left over." },
      rollback_incomplete: { title, text: "Most of it was rolled back. We were notified about the rest." },
    };
  },
  deprovision(workspace) {
    const running = { title: `Deleting ${workspace}`, text: RUNS_WITHOUT_YOU };
    const failed = {
      title: `${workspace} is not fully deleted`,
      text: "Some parts could not be deleted. Try again.",
    };
    return {
      running,
      held: running,
      rolling_back: running,
      succeeded: { title: `${workspace} is deleted`, text: "Its board, files and keys are gone." },
      failed,
      rollback_incomplete: failed,
    };
  },
  sleep(workspace) {
    const running = { title: `Putting ${workspace} to sleep`, text: "The board stays as it is." };
    const failed = { title: `${workspace} could not be put to sleep`, text: "The board is as it was." };
    return {
      running,
      held: failed,
      rolling_back: failed,
      succeeded: { title: `${workspace} is asleep`, text: "It wakes when there is something to do." },
      failed,
      rollback_incomplete: failed,
    };
  },
  wake: (workspace) => starting(workspace, "Waking"),
  restart: (workspace) => starting(workspace, "Restarting"),
  backup: (workspace) => maintenance(workspace, "Backing up", "backed up", "The squad is back at work."),
  backupAtRest: (workspace) =>
    maintenance(workspace, "Backing up", "backed up", "The squad was not running and stays that way."),
  upgrade: (workspace) =>
    maintenance(workspace, "Upgrading", "upgraded", "The squad runs the current version."),
  restore: (workspace) =>
    maintenance(workspace, "Restoring", "restored", "The squad is back with its files from the backup."),
};

/** A workflow that starts the squad and changes nothing else. */
function starting(workspace: string, verb: string): Headlines {
  const failed = {
    title: `${workspace} could not be started`,
    text: "Its board and files are as they were. Try again.",
  };
  return {
    running: { title: `${verb} ${workspace}`, text: `This takes about half a minute. ${WORK_WAITS}` },
    succeeded: { title: `${workspace} is awake`, text: "The squad is ready." },
    held: failed,
    rolling_back: failed,
    failed,
    rollback_incomplete: failed,
  };
}

/** A workflow that is rolled back when it fails. */
function maintenance(workspace: string, verb: string, done: string, result: string): Headlines {
  const rollingBack = {
    title: `${workspace} is being rolled back`,
    text: "It did not work. Everything is being put back as it was.",
  };
  return {
    running: { title: `${verb} ${workspace}`, text: `This takes about a minute. ${WORK_WAITS}` },
    succeeded: { title: `${workspace} is ${done}`, text: result },
    held: rollingBack,
    rolling_back: rollingBack,
    failed: { title: `${workspace} is as it was before`, text: "It did not work. Nothing was lost." },
    rollback_incomplete: {
      title: `${workspace} was not fully rolled back`,
      text: "We were notified and will repair the rest.",
    },
  };
}
