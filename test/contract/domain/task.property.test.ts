// Whatever people and agents do to a task, in any order: its rules hold, and its activities and notifications are exact.
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Comment from "../../../core/task/comment.ts";
import * as Task from "../../../core/task/index.ts";
import * as Subtask from "../../../core/task/subtask.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();

const agents: string[] = ["main", "inky", "pixel"];
const statuses = ["inbox", "assigned", "in_progress", "review", "done"] as const;
const subtaskStatuses = ["pending", "in_progress", "done", "blocked"] as const;
type Status = (typeof statuses)[number];
type SubtaskStatus = (typeof subtaskStatuses)[number];

const anAgent = fc.constantFrom(...agents);
const who = fc.constantFrom("person", ...agents);
const operation = fc.oneof(
  fc.record({
    op: fc.constant("assign"),
    who,
    add: fc.subarray(agents),
    remove: fc.subarray(agents),
  }),
  // Listed twice: most errors are errors of moves.
  fc.record({ op: fc.constant("move"), who, status: fc.constantFrom(...statuses) }),
  fc.record({ op: fc.constant("move"), who, status: fc.constantFrom(...statuses) }),
  fc.record({ op: fc.constant("approve"), who }),
  fc.record({ op: fc.constant("send back"), who, names: fc.subarray(agents) }),
  fc.record({ op: fc.constant("rename"), who, title: fc.constantFrom("A", "B", "C") }),
  fc.record({ op: fc.constant("add subtask"), who, assignee: fc.option(anAgent, { nil: undefined }) }),
  fc.record({
    op: fc.constant("set subtask"),
    who,
    at: fc.nat(5),
    status: fc.constantFrom(...subtaskStatuses),
  }),
  fc.record({ op: fc.constant("comment"), who, names: fc.subarray(agents) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

interface Model {
  creator: string;
  title: string;
  status: Status;
  assignees: string[];
  subtasks: SubtaskStatus[];
  comments: number;
}

const isOpen = (status: SubtaskStatus) => status === "pending" || status === "in_progress";
const openOf = ({ subtasks }: Model) => subtasks.filter(isOpen).length;
const naming = (names: string[]) => ["Look", ...names.map((name) => `@${name}`)].join(" ");

/** The outcome by the rules: the notifications, or that the operation is refused, or that it changes nothing. */
function predict(model: Model, operation: Operation): string[] | "refused" | "nothing" {
  const notifies = (receivers: string[], type: string) =>
    receivers
      .filter((agent) => agent !== operation.who && agent !== "person")
      .map((agent) => `${agent} ${type}`);
  const isPerson = operation.who === "person";
  const { status } = model;
  switch (operation.op) {
    case "assign": {
      const { add, remove } = operation;
      if (add.length + remove.length === 0) return "refused";
      const added = add.filter((agent) => !model.assignees.includes(agent) && !remove.includes(agent));
      const kept = model.assignees.filter((agent) => !remove.includes(agent));
      if (added.length === 0 && kept.length === model.assignees.length) return "nothing";
      if (status === "done") return "refused";
      model.assignees = [...kept, ...added];
      if (status === "inbox" && model.assignees.length > 0) model.status = "assigned";
      if (status === "assigned" && model.assignees.length === 0) model.status = "inbox";
      return notifies(added, "task_assigned");
    }
    case "move": {
      const to = operation.status;
      if (to === status) return "nothing";
      if (!isPerson && (to === "done" || status === "done")) return "refused";
      if ((to === "review" || to === "done") && openOf(model) > 0) return "refused";
      if (to === "done" && status !== "review") return "refused";
      if (to === "assigned" && model.assignees.length === 0) return "refused";
      if (to === "inbox" && model.assignees.length > 0) return "refused";
      model.status = to;
      if (to === "review") return notifies([model.creator], "review_requested");
      return to === "done" ? notifies(model.assignees, "task_completed") : [];
    }
    case "approve":
      if (!isPerson || status !== "review") return "refused";
      model.status = "done";
      return notifies(model.assignees, "task_completed");
    case "send back":
      if (!isPerson || status !== "review") return "refused";
      model.status = "in_progress";
      model.comments += 1;
      return [
        ...notifies(model.assignees, "task_assigned"),
        ...notifies(
          operation.names.filter((agent) => !model.assignees.includes(agent)),
          "task_mentioned",
        ),
      ];
    case "rename":
      if (model.title === operation.title) return "nothing";
      model.title = operation.title;
      return [];
    case "add subtask":
      if (status === "review" || status === "done") return "refused";
      model.subtasks.push("pending");
      return notifies(operation.assignee ? [operation.assignee] : [], "task_assigned");
    case "set subtask": {
      const before = model.subtasks[operation.at];
      if (!before) return "refused";
      if (before === operation.status) return "nothing";
      const opens = isOpen(operation.status) && !isOpen(before);
      if (opens && (status === "review" || status === "done")) return "refused";
      model.subtasks[operation.at] = operation.status;
      return operation.status === "blocked" ? notifies([model.creator], "blocked") : [];
    }
    case "comment":
      model.comments += 1;
      return [
        ...notifies(operation.names, "task_mentioned"),
        ...notifies(
          model.assignees.filter((agent) => !operation.names.includes(agent)),
          "message_received",
        ),
      ];
  }
}

/** The operation as a call; with the version read here, where the operation takes one. */
async function perform(squad: Squad, taskId: string, operation: Operation): Promise<() => Promise<unknown>> {
  const task = await squad.asOwner(() => Task.get(taskId));
  const { version } = task;
  const by = operation.who === "person" ? undefined : operation.who;
  const act = <R>(body: () => Promise<R>): Promise<R> =>
    by ? squad.asSquadhub(async () => body()) : squad.asOwner(async () => body());
  switch (operation.op) {
    case "assign": {
      const { add, remove } = operation;
      return () => act(() => Task.assign({ taskId, input: { add, remove, version, by } }));
    }
    case "move":
      return () => act(() => Task.setStatus({ taskId, input: { status: operation.status, version, by } }));
    case "approve":
      return () => act(() => Task.approve({ taskId, input: { version } }));
    case "send back": {
      const feedback = naming(operation.names);
      return () => act(() => Task.requestChanges({ taskId, input: { feedback, version } }));
    }
    case "rename":
      return () => act(() => Task.update({ taskId, input: { title: operation.title, version, by } }));
    case "add subtask":
      return () =>
        act(() => Subtask.add({ taskId, input: { title: "Subtask", assignee: operation.assignee, by } }));
    case "set subtask": {
      const subtaskId = task.items[operation.at]?.subtaskId ?? "sub_00000000000000000000000000";
      const { status } = operation;
      return () => act(() => Subtask.change({ taskId, subtaskId, input: { status, by } }));
    }
    case "comment":
      return () => act(() => Comment.add({ taskId, input: { text: naming(operation.names), by } }));
  }
}

/** Repeating these changes nothing. The others rely on their Idempotency-Key. */
const isRepeatable = ({ op }: Operation) => op !== "add subtask" && op !== "comment";

async function readState(squad: Squad, taskId: string) {
  const [task, feed, notifications] = await Promise.all([
    squad.asOwner(() => Task.get(taskId)),
    squad.feed(),
    squad.notifications(),
  ]);
  return { task, feed, notifications };
}

const withoutContent = (lines: string[]) => lines.map((line) => line.split(":")[0]!).toSorted();

it("a task keeps its rules, writes one activity a change, and notifies exactly whom the rules name", async () => {
  await fc.assert(
    fc.asyncProperty(
      who,
      fc.subarray(agents),
      fc.array(operation, { minLength: 4, maxLength: 20 }),
      async (creator, assignees, operations) => {
        const squad = await aSquad();
        const input = { title: "A", assignees };
        const { taskId } =
          creator === "person"
            ? await squad.asOwner(() => Task.create(input))
            : await squad.asSquadhub(() => Task.create({ ...input, by: creator }));
        const status = assignees.length > 0 ? "assigned" : "inbox";
        const model: Model = { creator, title: "A", status, assignees, subtasks: [], comments: 0 };
        const notified = assignees
          .filter((agent) => agent !== creator)
          .map((agent) => `${agent} task_assigned`);
        let activities = 1;

        for (const operation of operations) {
          const before = structuredClone(model);
          const run = await perform(squad, taskId, operation);
          const expected = predict(model, operation);
          const outcome = await run().then(
            () => "done",
            (error: unknown) => (error as { code?: string }).code ?? String(error),
          );
          if (expected === "refused") {
            expect(outcome, JSON.stringify({ before, operation })).toMatch(
              /^(invalid|conflict|forbidden|not_found|blocked_by_subtasks)$/,
            );
          } else {
            expect(outcome, JSON.stringify({ before, operation })).toBe("done");
            if (expected !== "nothing") {
              activities += 1;
              notified.push(...expected);
            }
          }
          const now = await readState(squad, taskId);
          expect({
            title: now.task.title,
            status: now.task.status,
            assignees: now.task.assignees,
            subtasks: now.task.items.map((subtask) => subtask.status),
            comments: now.task.comments,
            subtaskCount: now.task.subtasks,
            openSubtasks: now.task.openSubtasks,
          }).toEqual({
            title: model.title,
            status: model.status,
            assignees: model.assignees,
            subtasks: model.subtasks,
            comments: model.comments,
            subtaskCount: model.subtasks.length,
            openSubtasks: openOf(model),
          });
          expect(now.feed).toHaveLength(activities);
          expect(withoutContent(now.notifications)).toEqual(notified.toSorted());
          expect(await squad.pending()).toBe(notified.length);
          if (model.status === "review" || model.status === "done") expect(openOf(model)).toBe(0);

          if (!isRepeatable(operation)) continue;
          await run().catch(() => undefined);
          expect(await readState(squad, taskId)).toEqual(now);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

it("a task keeps its counters and rules when everything happens at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 10 }), async (operations) => {
      const squad = await aSquad();
      const { taskId } = await squad.asOwner(() => Task.create({ title: "A", assignees: ["inky"] }));
      await squad.asOwner(() => Subtask.add({ taskId, input: { title: "Subtask" } }));
      const runs = await Promise.all(operations.map((operation) => perform(squad, taskId, operation)));
      const outcomes = await Promise.allSettled(runs.map((run) => run()));
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          expect(outcome.reason.code, String(outcome.reason)).toMatch(
            /^(invalid|conflict|forbidden|not_found|blocked_by_subtasks)$/,
          );
      const { task, notifications } = await readState(squad, taskId);
      const open = task.items.filter(({ status }) => isOpen(status));
      expect(task).toMatchObject({ subtasks: task.items.length, openSubtasks: open.length });
      if (task.status === "review" || task.status === "done") expect(open).toEqual([]);
      if (task.status === "inbox") expect(task.assignees).toEqual([]);
      if (task.status === "assigned") expect(task.assignees.length).toBeGreaterThan(0);
      expect(await squad.pending()).toBe(notifications.length);
    }),
    { numRuns: 15 },
  );
}, 120_000);
