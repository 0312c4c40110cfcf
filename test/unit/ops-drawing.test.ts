// The drawing of a state machine: where its states stand, and what became of each.
import { describe, expect, it } from "vitest";
import { plainCause } from "../../client/cause.ts";
import * as Machine from "../../core/operator/machine.ts";
import { redactSecrets } from "../../core/operator/secrets.ts";
import { layoutOf } from "../../web/src/ops/layout.ts";
import { wayOf } from "../../web/src/ops/way.ts";
import { machines } from "../../workflows/index.ts";

const placesOf = (name: keyof typeof machines) => layoutOf(Machine.toMachineShape(machines[name]) as never);

describe.each(Object.keys(machines) as (keyof typeof machines)[])("the drawing of %s", (name) => {
  const { boxes, rows } = placesOf(name);

  it("has a place for every state, and no two boxes in one", () => {
    expect([...boxes.keys()].toSorted()).toEqual(Object.keys(machines[name].States).toSorted());
    const taken = [...boxes.values()]
      .filter(({ kind }) => kind !== "dot")
      .map(({ kind, row }) => `${kind} ${row}`);
    expect(new Set(taken).size).toBe(taken.length);
    for (const { row } of boxes.values()) expect(row >= 0 && row < rows).toBe(true);
  });

  it("leads from the beginning down, one state below the other", () => {
    const forward = [...boxes.values()].filter(({ kind }) => kind === "forward");
    expect(forward[0]?.name).toBe("Begin");
    expect(forward.map(({ row }) => row)).toEqual(forward.map((_, at) => forward[0]!.row + at));
    expect(forward.at(-1)?.name).toBe("Succeeded");
  });
});

describe("the drawing of a saga", () => {
  const { boxes } = placesOf("provision");

  it("has each undo beside what it undoes, and the way back leading up", () => {
    for (const step of ["ReserveTenant", "CreateRole", "StartService", "SeedSquad"])
      expect(boxes.get(`Undo ${step}`)).toMatchObject({ kind: "back", row: boxes.get(step)?.row });
    const rowsOf = ["RecordFailure", "Compensate", "Undo StartService", "RecordRollback", "RolledBack"].map(
      (name) => boxes.get(name)?.row ?? -1,
    );
    expect(rowsOf).toEqual(rowsOf.toSorted((a, b) => b - a));
  });

  it("has a dot beside a step for what only leads away from it", () => {
    for (const dot of ["StartService failed", "PushIdentity skipped"])
      expect(boxes.get(dot)).toMatchObject({ kind: "dot", row: boxes.get(dot.split(" ")[0]!)?.row });
  });
});

describe("the way through a machine", () => {
  const at = "2026-11-23T08:00:00.000Z";
  const error = { error: "E", cause: "C", at };
  const visit = (state: string, more = {}) => ({
    ...{ state, type: "Task", enteredAt: at, exitedAt: at, retries: 0, errors: [], ...more },
  });
  const { outcomeOf, went } = wayOf({
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

  it("tells what became of each state by its last visit", () => {
    expect(["A", "B", "C", "D", "E", "F"].map(outcomeOf)).toEqual([
      ...["done", "retried", "failed", "done", "current", undefined],
    ]);
  });

  it("ends where the execution was aborted", () => {
    const { outcomeOf } = wayOf({ status: "ABORTED", visits: [visit("A", { exitedAt: undefined })] });
    expect(outcomeOf("A")).toBe("ended");
  });

  it("knows which edges it went along", () => {
    expect(went("A", "B")).toBe(true);
    expect(went("A", "C")).toBe(false);
  });
});

describe("a cause", () => {
  it("is read out of what functions and engines wrap around it", () => {
    const refused = JSON.stringify({ code: "capacity", message: "The cell is full." });
    expect(plainCause(JSON.stringify({ errorType: "StepRefused", errorMessage: refused }))).toBe(
      "The cell is full.",
    );
    expect(plainCause("connect ECONNREFUSED")).toBe("connect ECONNREFUSED");
    expect(plainCause("")).toBe("");
  });
});

describe("what passed through a state machine", () => {
  it("is shown without tokens, wherever they stand, and else as it was", () => {
    const squadhubToken = `sqh.ten_${"A".repeat(26)}.c2VjcmV0`;
    const said = { tenantId: "ten_1", taskToken: "AQC", list: [{ gatewayToken: "x" }], count: 3, none: null };
    expect(
      redactSecrets({
        ...said,
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
