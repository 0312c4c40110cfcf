// Which changes of the table are which events.
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { eventsOf } from "../../events/table.ts";

type Item = Record<string, unknown>;

function changeOf(sk: string, before: Item | undefined, after: Item | undefined, tenantId = "ten_1") {
  const of = (item: Item | undefined) => (item ? marshall({ tenantId, ...item }) : undefined);
  return {
    eventID: `e-${sk}`,
    eventName: before ? (after ? "MODIFY" : "REMOVE") : "INSERT",
    dynamodb: { Keys: marshall({ pk: `T#${tenantId}`, sk }), OldImage: of(before), NewImage: of(after) },
  } as DynamoDBRecord;
}

/** The events of a change: their types, each with its agent if it has one. */
function typesOf(sk: string, before: Item | undefined, after: Item | undefined): string[] {
  const events = eventsOf([changeOf(sk, before, after)]);
  return events.map(({ type, detail }) => `${type} ${detail.agentId ?? ""}`.trim());
}

describe("agent.has_work", () => {
  const inky = { agentId: "inky" };

  it("names the agent for which something becomes open, or a notification cannot be delivered at once", () => {
    expect(typesOf("WORK#inky#tsk_1#task", undefined, inky)).toEqual(["agent.has_work inky"]);
    expect(typesOf("LANESTATE#inky", undefined, inky)).toEqual(["agent.has_work inky"]);
    for (const sk of ["WORK#inky#tsk_1#task", "LANESTATE#inky"]) {
      expect(typesOf(sk, inky, undefined)).toEqual([]);
      expect(typesOf(sk, inky, inky)).toEqual([]);
    }
    // It is being delivered.
    expect(typesOf("LANE#inky#ntf_1", undefined, inky)).toEqual([]);
  });

  it("names no agent when the workspace becomes active: all may have work", () => {
    expect(typesOf("TENANT", { status: "starting" }, { status: "active" })).toContain("agent.has_work");
    expect(typesOf("TENANT", { status: "active" }, { status: "active" })).not.toContain("agent.has_work");
    expect(typesOf("TENANT", { status: "active" }, { status: "stopping" })).not.toContain("agent.has_work");
  });

  it("follows a change of a task that nobody touched for a day", () => {
    const touched = (updatedAt: string) =>
      typesOf("TASK#tsk_1", { updatedAt: "2026-05-01T12:00:00.000Z" }, { updatedAt });
    expect(touched("2026-05-02T12:00:00.000Z")).toContain("agent.has_work");
    expect(touched("2026-05-01T13:00:00.000Z")).not.toContain("agent.has_work");
  });
});

describe("tenant.worked", () => {
  const alive = { lastSeenAt: "1", workedAt: "1" };

  it("follows a gateway's report that agents work, and not its report that it lives", () => {
    expect(typesOf("SQUADHUB", alive, { ...alive, lastSeenAt: "2", workedAt: "2" })).toEqual([
      "tenant.worked",
    ]);
    expect(typesOf("SQUADHUB", alive, { ...alive, lastSeenAt: "2" })).toEqual([]);
  });
});

describe("squadhub.settled", () => {
  const settled = (sk: string, before: Item, after: Item) =>
    eventsOf([changeOf(sk, before, after)]).find(({ type }) => type === "squadhub.settled")?.detail;
  const statuses = (before: string, after: string) =>
    settled("TENANT", { status: before }, { status: after });

  it("rings lanes and clears their back-off when the squadhub has come up, or its maintenance is over", () => {
    const ring = { tenantId: "ten_1", ring: { clearBackoff: true } };
    expect(settled("SQUADHUB", {}, { readyAt: "1" })).toEqual(ring);
    expect(statuses("maintenance", "active")).toEqual(ring);
  });

  it("rings lanes and keeps their back-off when a failure has stopped the squadhub", () => {
    const ring = { tenantId: "ten_1", ring: { clearBackoff: false } };
    expect(statuses("starting", "stopped")).toEqual(ring);
    expect(statuses("maintenance", "stopped")).toEqual(ring);
  });

  it("rings no lane when the squadhub sleeps, or when its own report has rung them already", () => {
    expect(statuses("stopping", "sleeping")).toEqual({ tenantId: "ten_1" });
    expect(statuses("starting", "active")).toEqual({ tenantId: "ten_1" });
  });

  it("is not published while the squadhub is starting or stopping", () => {
    expect(statuses("sleeping", "starting")).toBeUndefined();
    expect(settled("SQUADHUB", { readyAt: "1" }, {})).toBeUndefined();
    expect(settled("SQUADHUB", { readyAt: "1" }, { readyAt: "1", lastSeenAt: "2" })).toBeUndefined();
  });
});

describe("changes that are read together", () => {
  it("are published as each event once, with one event for all changes on a workspace's pages", () => {
    const events = eventsOf([
      changeOf("TASK#tsk_1", undefined, { taskId: "tsk_1" }),
      changeOf("SUBTASK#tsk_1#sub_1", undefined, { taskId: "tsk_1" }),
      changeOf("TASK#tsk_2", undefined, { taskId: "tsk_2" }, "ten_2"),
      changeOf("ACTIVITY#act_1", undefined, { activityId: "act_1" }),
    ]);
    expect(events.map(({ id, type, detail }) => ({ id, type, detail }))).toEqual([
      { id: "e-TASK#tsk_1-tenant.worked", type: "tenant.worked", detail: { tenantId: "ten_1" } },
      {
        id: "e-TASK#tsk_1-page.changed",
        type: "page.changed",
        detail: {
          tenantId: "ten_1",
          changes: [
            { type: "task", id: "tsk_1", taskId: "tsk_1" },
            { type: "task", id: "tsk_1", taskId: "tsk_1" },
            { type: "activity", id: "act_1" },
          ],
        },
      },
      { id: "e-TASK#tsk_2-tenant.worked", type: "tenant.worked", detail: { tenantId: "ten_2" } },
      {
        id: "e-TASK#tsk_2-page.changed",
        type: "page.changed",
        detail: { tenantId: "ten_2", changes: [{ type: "task", id: "tsk_2", taskId: "tsk_2" }] },
      },
    ]);
  });
});
