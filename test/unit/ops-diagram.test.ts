// The diagram of a state machine: where its states stand, and what became of each in an execution.
import { describe, expect, it } from "vitest";
import { plainCause } from "../../client/cause.ts";
import * as Machine from "../../core/operator/machine.ts";
import { redactSecrets } from "../../core/operator/secrets.ts";
import { layoutOf } from "../../web/src/ops/layout.ts";
import { pathOf } from "../../web/src/ops/path.ts";
import { machines } from "../../workflows/index.ts";

const placesOf = (name: keyof typeof machines) => layoutOf(Machine.toMachineShape(machines[name]) as never);

describe.each(Object.keys(machines) as (keyof typeof machines)[])("the diagram of %s", (name) => {
  const { boxes, rows } = placesOf(name);

  it("has a box for every state, and no two boxes in one place", () => {
    expect([...boxes.keys()].toSorted()).toEqual(Object.keys(machines[name].States).toSorted());
    const taken = [...boxes.values()]
      .filter(({ kind }) => kind !== "dot")
      .map(({ kind, row }) => `${kind} ${row}`);
    expect(new Set(taken).size).toBe(taken.length);
    for (const { row } of boxes.values()) expect(row >= 0 && row < rows).toBe(true);
  });

  it("draws the forward path from Begin down to Succeeded, one state per row", () => {
    const forward = [...boxes.values()].filter(({ kind }) => kind === "forward");
    expect(forward[0]?.name).toBe("Begin");
    expect(forward.map(({ row }) => row)).toEqual(forward.map((_, at) => forward[0]!.row + at));
    expect(forward.at(-1)?.name).toBe("Succeeded");
  });
});

describe("the diagram of a saga", () => {
  const { boxes } = placesOf("provision");

  it("places each undo beside its step and lets the rollback run upwards", () => {
    for (const step of ["ReserveTenant", "CreateRole", "StartService", "SeedSquad"])
      expect(boxes.get(`Undo ${step}`)).toMatchObject({ kind: "back", row: boxes.get(step)?.row });
    const rowsOf = ["RecordFailure", "Compensate", "Undo StartService", "RecordRollback", "RolledBack"].map(
      (name) => boxes.get(name)?.row ?? -1,
    );
    expect(rowsOf).toEqual(rowsOf.toSorted((a, b) => b - a));
  });

  it("shows a state that only leads out of a step as a dot beside it", () => {
    for (const dot of ["StartService failed", "PushIdentity skipped"])
      expect(boxes.get(dot)).toMatchObject({ kind: "dot", row: boxes.get(dot.split(" ")[0]!)?.row });
  });
});

describe("the path of an execution", () => {
  const at = "2026-11-23T08:00:00.000Z";
  const error = { error: "E", cause: "C", at };
  const visit = (state: string, more = {}) => ({
    ...{ state, type: "Task", enteredAt: at, exitedAt: at, retries: 0, errors: [], ...more },
  });
  const { outcomeOf, isTaken } = pathOf({
    status: "RUNNING",
    visits: [
      visit("A"),
      visit("B", { retries: 1, errors: [error] }),
      visit("C", { retries: 1, errors: [error, error] }),
      visit("D", { exitedAt: undefined, errors: [error] }),
      visit("D"),
      visit("E", { exitedAt: undefined }),
    ],
  });

  it("takes a state's outcome from its last visit", () => {
    expect(["A", "B", "C", "D", "E", "F"].map(outcomeOf)).toEqual([
      ...["done", "retried", "failed", "done", "current", undefined],
    ]);
  });

  it("marks the state in which the execution was aborted as its end", () => {
    const { outcomeOf } = pathOf({ status: "ABORTED", visits: [visit("A", { exitedAt: undefined })] });
    expect(outcomeOf("A")).toBe("ended");
  });

  it("takes only the edges between consecutive visits", () => {
    expect(isTaken("A", "B")).toBe(true);
    expect(isTaken("A", "C")).toBe(false);
  });
});

describe("a cause", () => {
  it("unwraps a cause from the JSON that functions and engines put around it", () => {
    const refused = JSON.stringify({ code: "capacity", message: "The cell is full." });
    expect(plainCause(JSON.stringify({ errorType: "StepRefused", errorMessage: refused }))).toBe(
      "The cell is full.",
    );
    expect(plainCause("connect ECONNREFUSED")).toBe("connect ECONNREFUSED");
    expect(plainCause("")).toBe("");
  });
});

describe("the data that passed through a state machine", () => {
  it("redacts tokens wherever they stand and leaves the rest unchanged", () => {
    const squadhubToken = `sqh.ten_${"A".repeat(26)}.c2VjcmV0`;
    const data = { tenantId: "ten_1", taskToken: "AQC", list: [{ gatewayToken: "x" }], count: 3, none: null };
    expect(
      redactSecrets({
        ...data,
        cause: JSON.stringify({ errorMessage: `no ${squadhubToken}`, holdToken: "AQC" }),
      }),
    ).toEqual({
      ...{
        tenantId: "ten_1",
        taskToken: "[redacted]",
        list: [{ gatewayToken: "[redacted]" }],
        count: 3,
        none: null,
      },
      cause: '{"errorMessage":"no [redacted]","holdToken":"[redacted]"}',
    });
  });
});
