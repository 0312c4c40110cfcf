// Statuses and workflows in words and tones.
import type { Execution, OpsRun, SquadhubOverview } from "./queries.ts";

export type Tone = "good" | "bad" | "warn" | "live" | "calm" | "none";

export const runWords: Record<OpsRun["status"], [words: string, tone: Tone]> = {
  pending: ["Queued", "live"],
  running: ["Under way", "live"],
  held: ["Held", "warn"],
  rolling_back: ["Being undone", "warn"],
  succeeded: ["Succeeded", "good"],
  failed: ["Failed, undone", "bad"],
  rollback_incomplete: ["Something is left", "bad"],
};

export const executionWords: Record<Execution["status"], [words: string, tone: Tone]> = {
  RUNNING: ["Under way", "live"],
  SUCCEEDED: ["Succeeded", "good"],
  FAILED: ["Failed", "bad"],
  ABORTED: ["Aborted", "bad"],
  TIMED_OUT: ["Timed out", "bad"],
};

export const tenantWords: Record<SquadhubOverview["status"], [words: string, tone: Tone]> = {
  draft: ["Draft", "none"],
  provisioning: ["Being set up", "live"],
  active: ["Awake", "good"],
  stopping: ["Going to sleep", "live"],
  sleeping: ["Asleep", "calm"],
  starting: ["Waking up", "live"],
  maintenance: ["Being worked on", "live"],
  stopped: ["Stopped", "warn"],
  suspended: ["Suspended", "warn"],
  deprovisioning: ["Being deleted", "live"],
  deleted: ["Deleted", "none"],
  error: ["Did not start", "bad"],
};

export const megabytes = (mb: number | undefined): string | undefined =>
  mb === undefined ? undefined : mb < 1024 ? `${Math.round(mb)} MB` : `${(mb / 1024).toFixed(1)} GB`;

export const inPlain = (workflow: string): string =>
  workflow.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const titled = (workflow: string): string =>
  inPlain(workflow).replace(/^./, (first) => first.toUpperCase());
