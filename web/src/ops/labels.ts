// Labels and tones for statuses, and the names of workflows.
import { capitalize } from "../capitalize.ts";
import type { Execution, Lane, OpsRun, SquadhubOverview } from "./queries.ts";

export type Tone = "good" | "bad" | "warn" | "live" | "calm" | "none";
export type StatusLabel = [label: string, tone: Tone];

export const runLabels: Record<OpsRun["status"], StatusLabel> = {
  pending: ["Queued", "live"],
  running: ["Running", "live"],
  held: ["Held", "warn"],
  rolling_back: ["Rolling back", "warn"],
  succeeded: ["Succeeded", "good"],
  failed: ["Failed, rolled back", "bad"],
  rollback_incomplete: ["Rollback incomplete", "bad"],
};

export const executionLabels: Record<Execution["status"], StatusLabel> = {
  RUNNING: ["Running", "live"],
  SUCCEEDED: ["Succeeded", "good"],
  FAILED: ["Failed", "bad"],
  ABORTED: ["Aborted", "bad"],
  TIMED_OUT: ["Timed out", "bad"],
};

export const tenantLabels: Record<SquadhubOverview["status"], StatusLabel> = {
  draft: ["Draft", "none"],
  provisioning: ["Being set up", "live"],
  active: ["Awake", "good"],
  stopping: ["Going to sleep", "live"],
  sleeping: ["Asleep", "calm"],
  starting: ["Waking up", "live"],
  maintenance: ["Maintenance", "live"],
  stopped: ["Stopped", "warn"],
  suspended: ["Suspended", "warn"],
  deprovisioning: ["Being deleted", "live"],
  deleted: ["Deleted", "none"],
  error: ["Failed to start", "bad"],
};

export const laneLabels: Record<Lane["state"], StatusLabel> = {
  flowing: ["Flowing", "good"],
  retrying: ["Retrying", "warn"],
  parked: ["Parked", "bad"],
};

export const formatMegabytes = (mb: number | undefined): string | undefined =>
  mb === undefined ? undefined : mb < 1024 ? `${Math.round(mb)} MB` : `${(mb / 1024).toFixed(1)} GB`;

/** The words of a workflow's name, in lower case. */
export const workflowLabel = (workflow: string): string =>
  workflow.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const workflowTitle = (workflow: string): string => capitalize(workflowLabel(workflow));
