// The text output of the operators' commands: short, stable, plain, one item a line.
import { plainCause } from "../client/cause.ts";
import type { Schemas } from "../client/index.ts";
import type { operations } from "../client/schema.gen.ts";
import { clean, minute, oneLine } from "./format.ts";

type Run = Schemas["RunWithEvidence"];
type Tenant = operations["inspectTenant"]["responses"][200]["content"]["application/json"];
type Execution = Schemas["ExecutionDetails"];

const lines = <T>(items: T[], toLine: (item: T) => string, none: string): string =>
  items.map(toLine).join("\n") || none;

/** Joins the known parts with spaces. */
const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(" ");

/** `0.3 s` */
const seconds = (from: string, to: string): string =>
  `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;

/** `ten_… [active] acme medium 512 MB seen 2026-11-23 04:42Z` */
export function tenantsText(items: Schemas["SquadhubOverview"][]): string {
  const line = ({ tenantId, status, name, plan, memoryMb, lastSeenAt }: Schemas["SquadhubOverview"]) =>
    joined(
      `${tenantId} [${status}] ${oneLine(name)} ${plan}`,
      memoryMb !== undefined && `${Math.round(memoryMb)} MB`,
      lastSeenAt && `seen ${minute(lastSeenAt)}`,
    );
  return lines(items, line, "No workspaces.");
}

export function tenantText({ squadhub, ...tenant }: Tenant): string {
  const { tenantId, name, status, plan, accountId, region, timezone, createdAt, runId } = tenant;
  const { version, memoryMb, readyAt, lastSeenAt, revision, resources = {} } = squadhub ?? {};
  const facts: [string, string | undefined][] = [
    ["status", status],
    ["plan", plan],
    ["account", accountId],
    ["region", region],
    ["timezone", timezone],
    ["created", minute(createdAt)],
    ["last run", runId],
    ["squadhub", squadhub ? `revision ${revision}` : "none"],
    ["version", version && oneLine(version)],
    ["memory", memoryMb === undefined ? undefined : `${Math.round(memoryMb)} MB`],
    ["ready", readyAt && minute(readyAt)],
    ["seen", lastSeenAt && minute(lastSeenAt)],
    ...Object.entries(resources).map(([kind, id]): [string, string] => [kind, oneLine(id)]),
  ];
  return [
    `${tenantId} ${oneLine(name)}`,
    ...facts.flatMap(([fact, value]) => (value ? [`${fact}: ${value}`] : [])),
  ].join("\n");
}

/** `run_… [failed] provision ten_… at StartService, 2026-11-23 04:42Z` */
export function runLine({
  runId,
  status,
  workflow,
  tenantId,
  stage,
  startedAt,
}: Run | Schemas["Run"]): string {
  return `${runId} [${status}] ${workflow} ${tenantId}${stage ? ` at ${stage}` : ""}, ${minute(startedAt)}`;
}

export const runsText = (runs: Run[]): string => lines(runs, runLine, "No runs.");

const marks: Record<Run["stages"][number]["status"], string> = {
  pending: " ",
  running: "~",
  done: "x",
  failed: "!",
  undoing: "<",
  undone: "-",
  undo_failed: "!",
};

/** A run with its stages, the evidence of a failure, and what is left over. */
export function runText(run: Run): string {
  const { stages, startedAt, endedAt, hold, heldUntil, error, evidence, left = [], reaps } = run;
  const stage = ({ name, status, startedAt, endedAt }: Run["stages"][number]) =>
    joined(
      `  [${marks[status]}] ${name}`,
      status !== "pending" && status !== "done" && status,
      status === "done" && startedAt && endedAt && seconds(startedAt, endedAt),
    );
  const held = run.status === "held" ? `until ${minute(heldUntil ?? "")}` : hold && "if it fails";
  return [
    runLine(run),
    ...(endedAt ? [`ended: ${minute(endedAt)}, after ${seconds(startedAt, endedAt)}`] : []),
    ...(held ? [`held: ${held}`] : []),
    "stages:",
    ...stages.map(stage),
    ...(error ? [`error: ${oneLine(error.code)} at ${error.stage}: ${oneLine(error.message)}`] : []),
    ...(evidence ? evidenceLines(evidence) : []),
    ...(left.length > 0 ? [`left: ${left.join(", ")}${reaps ? ` (tried again ${reaps} times)` : ""}`] : []),
  ].join("\n");
}

function evidenceLines({ step, error, cause, stoppedReason, exitCode, logs }: NonNullable<Run["evidence"]>) {
  return [
    `seen: ${oneLine(error)} at ${step}: ${oneLine(plainCause(cause)) || "no cause given"}`,
    ...(stoppedReason ? [`stopped: ${oneLine(stoppedReason)}`] : []),
    ...(exitCode === undefined ? [] : [`exit code: ${exitCode}`]),
    ...(logs.length > 0 ? ["log:", ...logs.map((line) => `  ${clean(line).replace(/\n/g, "\n  ")}`)] : []),
  ];
}

/** `inky [parked] 3 wait, try 5 at 2026-11-23 04:42Z: The gateway cannot be reached.` */
export function lanesText(lanes: Schemas["Lane"][]): string {
  const line = ({ agentId, state, pending, attempt, nextAttemptAt, reason }: Schemas["Lane"]) =>
    `${agentId} [${state}] ${pending >= 100 ? "100 or more" : pending} wait${
      nextAttemptAt ? `, try ${attempt + 1} at ${minute(nextAttemptAt)}` : ""
    }${reason ? `: ${oneLine(reason)}` : ""}`;
  return lines(lanes, line, "No agents.");
}

/** `inky ten_… try 6 at 2026-11-23 04:42Z: unreachable` */
export function parkedLanesText(lanes: Schemas["ParkedLane"][]): string {
  const line = ({ agentId, tenantId, attempt, nextAttemptAt, reason }: Schemas["ParkedLane"]) =>
    `${agentId} ${tenantId} try ${attempt + 1} at ${minute(nextAttemptAt)}: ${oneLine(reason)}`;
  return lines(lanes, line, "No lane is parked.");
}

/** `2026-11-23 04:42Z routine rtn_… cron(0 9 ? * 2 *) Europe/Berlin` */
export function schedulesText(schedules: Schemas["Schedule"][]): string {
  const line = ({ nextAt, kind, about, expression, timezone }: Schemas["Schedule"]) =>
    joined(nextAt ? minute(nextAt) : "never", kind, about && oneLine(about), expression, timezone);
  return lines(schedules, line, "No schedules.");
}

/** `inky ten_… 5 tries, sent 2026-11-23 04:42Z` */
export function deadLettersText(letters: Schemas["DeadLetter"][]): string {
  const line = ({ lane, receives, sentAt }: Schemas["DeadLetter"]) =>
    `${lane.agentId} ${lane.tenantId} ${receives} tries, sent ${minute(sentAt)}`;
  return lines(letters, line, "No dead letters.");
}

/** `run_… [FAILED] provision ten_… 2026-11-23 04:42Z, 8.1 s` */
export function executionLine(execution: Schemas["Execution"]): string {
  const { name, status, workflow, tenantId, startedAt, endedAt } = execution;
  const took = endedAt ? `, ${seconds(startedAt, endedAt)}` : "";
  return `${joined(`${name} [${status}] ${workflow}`, tenantId, minute(startedAt))}${took}`;
}

export const executionsText = (items: Schemas["Execution"][]): string =>
  lines(items, executionLine, "No executions.");

/** An execution with every state it entered: when, for how long, how often, and what failed. */
export function executionText(execution: Execution): string {
  const { visits, startedAt, error, cause } = execution;
  const visit = ({ state, enteredAt, exitedAt, retries, errors }: Execution["visits"][number]) => [
    joined(
      `  +${seconds(startedAt, enteredAt)} ${state}`,
      exitedAt && `(${seconds(enteredAt, exitedAt)})`,
      retries > 0 && `${retries + 1} tries`,
    ),
    ...errors.map(
      ({ error, cause }) => `    ${oneLine(error)}: ${oneLine(plainCause(cause)) || "no cause given"}`,
    ),
  ];
  return [
    executionLine(execution),
    ...(error ? [`error: ${oneLine(error)}${cause ? `: ${oneLine(plainCause(cause))}` : ""}`] : []),
    "states:",
    ...visits.flatMap(visit),
  ].join("\n");
}
