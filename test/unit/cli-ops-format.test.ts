// The exact output formats of the operators' commands.
import { describe, expect, it } from "vitest";
import {
  deadLettersText,
  executionText,
  lanesText,
  parkedLanesText,
  runsText,
  runText,
  schedulesText,
  tenantsText,
} from "../../cli/ops-format.ts";

const at = "2026-11-23T04:42:10.100Z";
const later = "2026-11-23T04:42:12.600Z";
const run = {
  runId: "run_1",
  tenantId: "ten_1",
  workflow: "provision" as const,
  status: "rollback_incomplete" as const,
  stage: "CreateRole",
  stages: [
    { name: "CreateSecret", label: "", status: "done" as const, startedAt: at, endedAt: later },
    { name: "CreateStorage", label: "", status: "undo_failed" as const, startedAt: at },
    { name: "CreateRole", label: "", status: "failed" as const },
    { name: "StartService", label: "", status: "pending" as const },
  ],
  attempt: 1,
  startedAt: at,
  updatedAt: at,
  endedAt: later,
};

describe("run output", () => {
  it("lists a run on one line, and says when there is none", () => {
    expect(runsText([run])).toBe(
      "run_1 [rollback_incomplete] provision ten_1 at CreateRole, 2026-11-23 04:42Z",
    );
    expect(runsText([])).toBe("No runs.");
  });

  it("shows stages, evidence and leftovers, and cannot be forged by log lines", () => {
    const evidence = {
      step: "CreateRole",
      error: "AccessDenied",
      cause: JSON.stringify({ errorMessage: "no\nleft: nothing" }),
      stoppedReason: "OutOfMemory",
      exitCode: 137,
      logs: ["first", "second\u001b[2J\nleft: nothing"],
    };
    const error = { stage: "CreateRole", code: "internal", message: "It failed." };
    expect(runText({ ...run, error, evidence, left: ["CreateStorage"], reaps: 2 }).split("\n")).toEqual([
      "run_1 [rollback_incomplete] provision ten_1 at CreateRole, 2026-11-23 04:42Z",
      "ended: 2026-11-23 04:42Z, after 2.5 s",
      "stages:",
      "  [x] CreateSecret 2.5 s",
      "  [!] CreateStorage undo_failed",
      "  [!] CreateRole failed",
      "  [ ] StartService",
      "error: internal at CreateRole: It failed.",
      "seen: AccessDenied at CreateRole: no left: nothing",
      "stopped: OutOfMemory",
      "exit code: 137",
      "log:",
      "  first",
      "  second[2J",
      "  left: nothing",
      "left: CreateStorage (tried again 2 times)",
    ]);
  });

  it("says whether a run is held and until when", () => {
    expect(runText({ ...run, status: "held", hold: true, heldUntil: later })).toContain(
      "\nheld: until 2026-11-23 04:42Z\n",
    );
    expect(runText({ ...run, status: "running", hold: true })).toContain("\nheld: if it fails\n");
  });
});

it("shows a squadhub's known facts on one line", () => {
  const known = {
    tenantId: "ten_1",
    name: "acme",
    status: "active" as const,
    startable: [],
    plan: "micro" as const,
    createdAt: at,
  };
  expect(tenantsText([{ ...known, memoryMb: 511.6, lastSeenAt: at }, known])).toBe(
    "ten_1 [active] acme micro 512 MB seen 2026-11-23 04:42Z\nten_1 [active] acme micro",
  );
});

it("shows lanes, schedules and dead letters with one item a line", () => {
  const parked = { state: "parked" as const, attempt: 4, nextAttemptAt: at, reason: "It is\naway." };
  expect(
    lanesText([
      { agentId: "inky", pending: 100, ...parked },
      { agentId: "main", pending: 0, state: "flowing", attempt: 0 },
    ]),
  ).toBe("inky [parked] 100 or more wait, try 5 at 2026-11-23 04:42Z: It is away.\nmain [flowing] 0 wait");
  expect(
    parkedLanesText([
      {
        agentId: "inky",
        tenantId: "ten_1",
        name: "acme",
        attempt: 4,
        nextAttemptAt: at,
        reason: "unreachable",
      },
    ]),
  ).toBe("inky ten_1 try 5 at 2026-11-23 04:42Z: unreachable");
  const schedule = { name: "x", expression: "cron(0 9 ? * 2 *)", timezone: "UTC" };
  expect(
    schedulesText([
      { ...schedule, kind: "routine", about: "rtn_1", nextAt: at },
      { ...schedule, kind: "idle" },
    ]),
  ).toBe("2026-11-23 04:42Z routine rtn_1 cron(0 9 ? * 2 *) UTC\nnever idle cron(0 9 ? * 2 *) UTC");
  expect(
    deadLettersText([{ id: "1", lane: { tenantId: "ten_1", agentId: "inky" }, sentAt: at, receives: 5 }]),
  ).toBe("inky ten_1 5 tries, sent 2026-11-23 04:42Z");
});

it("shows each state of an execution with its attempts and errors", () => {
  const visit = { type: "Task", input: {}, enteredAt: at, exitedAt: later, retries: 1 };
  const text = executionText({
    ...{
      workflow: "provision",
      name: "run_1",
      status: "FAILED",
      tenantId: "ten_1",
      startedAt: at,
      endedAt: later,
    },
    ...{ input: {}, error: "RolledBack", machine: { startAt: "A", states: [] } },
    visits: [{ ...visit, state: "CreateRole", errors: [{ error: "E", cause: "", at }] }],
  });
  expect(text.split("\n")).toEqual([
    "run_1 [FAILED] provision ten_1 2026-11-23 04:42Z, 2.5 s",
    "error: RolledBack",
    "states:",
    "  +0.0 s CreateRole (2.5 s) 2 tries",
    "    E: no cause given",
  ]);
});
