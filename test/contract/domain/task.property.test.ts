// Whatever people and agents do to a task, in whatever order: its rules hold, and what is told of it is exact.
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
const partStatuses = ["pending", "in_progress", "done", "blocked"] as const;
type Status = (typeof statuses)[number];
type PartStatus = (typeof partStatuses)[number];

const anAgent = fc.constantFrom(...agents);
const who = fc.constantFrom("person", ...agents);
const operation = fc.oneof(
  fc.record({
    op: fc.constant("assign"),
    who,
    add: fc.subarray(agents),
    remove: fc.subarray(agents),
  }),
  // Twice: most of what can go wrong is a move.
  fc.record({ op: fc.constant("move"), who, status: fc.constantFrom(...statuses) }),
  fc.record({ op: fc.constant("move"), who, status: fc.constantFrom(...statuses) }),
  fc.record({ op: fc.constant("approve"), who }),
  fc.record({ op: fc.constant("send back"), who, names: fc.subarray(agents) }),
  fc.record({ op: fc.constant("rename"), who, title: fc.constantFrom("A", "B", "C") }),
  fc.record({ op: fc.constant("add part"), who, assignee: fc.option(anAgent, { nil: undefined }) }),
  fc.record({ op: fc.constant("set part"), who, at: fc.nat(5), status: fc.constantFrom(...partStatuses) }),
  fc.record({ op: fc.constant("comment"), who, names: fc.subarray(agents) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

interface Model {
  creator: string;
  title: string;
  status: Status;
  assignees: string[];
  parts: PartStatus[];
  comments: number;
}

const isOpen = (status: PartStatus) => status === "pending" || status === "in_progress";
const openOf = ({ parts }: Model) => parts.filter(isOpen).length;
const naming = (names: string[]) => ["Look", ...names.map((name) => `@${name}`)].join(" ");

/** What the rules say: whom it tells what, or that it is refused, or that nothing is to be done. */
function predict(model: Model, operation: Operation): string[] | "refused" | "nothing" {
  const tells = (receivers: string[], type: string) =>
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
      return tells(added, "task_assigned");
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
      if (to === "review") return tells([model.creator], "review_requested");
      return to === "done" ? tells(model.assignees, "task_completed") : [];
    }
    case "approve":
      if (!isPerson || status !== "review") return "refused";
      model.status = "done";
      return tells(model.assignees, "task_completed");
    case "send back":
      if (!isPerson || status !== "review") return "refused";
      model.status = "in_progress";
      model.comments += 1;
      return [
        ...tells(model.assignees, "task_assigned"),
        ...tells(
          operation.names.filter((agent) => !model.assignees.includes(agent)),
          "task_mentioned",
        ),
      ];
    case "rename":
      if (model.title === operation.title) return "nothing";
      model.title = operation.title;
      return [];
    case "add part":
      if (status === "review" || status === "done") return "refused";
      model.parts.push("pending");
      return tells(operation.assignee ? [operation.assignee] : [], "task_assigned");
    case "set part": {
      const before = model.parts[operation.at];
      if (!before) return "refused";
      if (before === operation.status) return "nothing";
      const opens = isOpen(operation.status) && !isOpen(before);
      if (opens && (status === "review" || status === "done")) return "refused";
      model.parts[operation.at] = operation.status;
      return operation.status === "blocked" ? tells([model.creator], "blocked") : [];
    }
    case "comment":
      model.comments += 1;
      return [
        ...tells(operation.names, "task_mentioned"),
        ...tells(
          model.assignees.filter((agent) => !operation.names.includes(agent)),
          "message_received",
        ),
      ];
  }
}

/** Does it; with the version that was seen where the operation takes one. */
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
    case "add part":
      return () =>
        act(() => Subtask.add({ taskId, input: { title: "Part", assignee: operation.assignee, by } }));
    case "set part": {
      const subtaskId = task.items[operation.at]?.subtaskId ?? "sub_00000000000000000000000000";
      const { status } = operation;
      return () => act(() => Subtask.change({ taskId, subtaskId, input: { status, by } }));
    }
    case "comment":
      return () => act(() => Comment.add({ taskId, input: { text: naming(operation.names), by } }));
  }
}

/** Those that are the same when they are asked twice; the others are made so by their Idempotency-Key. */
const isRepeatable = ({ op }: Operation) => op !== "add part" && op !== "comment";

async function seen(squad: Squad, taskId: string) {
  const [task, feed, notifications] = await Promise.all([
    squad.asOwner(() => Task.get(taskId)),
    squad.feed(),
    squad.notifications(),
  ]);
  return { task, feed, notifications };
}

const typed = (lines: string[]) => lines.map((line) => line.split(":")[0]!).toSorted();

it("keeps its rules, tells each change once, and notifies exactly whom the rules name", async () => {
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
        const model: Model = { creator, title: "A", status, assignees, parts: [], comments: 0 };
        const told = assignees.filter((agent) => agent !== creator).map((agent) => `${agent} task_assigned`);
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
              told.push(...expected);
            }
          }
          const now = await seen(squad, taskId);
          expect({
            title: now.task.title,
            status: now.task.status,
            assignees: now.task.assignees,
            parts: now.task.items.map((part) => part.status),
            comments: now.task.comments,
            subtasks: now.task.subtasks,
            openSubtasks: now.task.openSubtasks,
          }).toEqual({
            title: model.title,
            status: model.status,
            assignees: model.assignees,
            parts: model.parts,
            comments: model.comments,
            subtasks: model.parts.length,
            openSubtasks: openOf(model),
          });
          expect(now.feed).toHaveLength(activities);
          expect(typed(now.notifications)).toEqual(told.toSorted());
          expect(await squad.pending()).toBe(told.length);
          if (model.status === "review" || model.status === "done") expect(openOf(model)).toBe(0);

          if (!isRepeatable(operation)) continue;
          await run().catch(() => undefined);
          expect(await seen(squad, taskId)).toEqual(now);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

it("keeps its counters and its rules when everything happens at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 10 }), async (operations) => {
      const squad = await aSquad();
      const { taskId } = await squad.asOwner(() => Task.create({ title: "A", assignees: ["inky"] }));
      await squad.asOwner(() => Subtask.add({ taskId, input: { title: "Part" } }));
      const runs = await Promise.all(operations.map((operation) => perform(squad, taskId, operation)));
      const outcomes = await Promise.allSettled(runs.map((run) => run()));
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          expect(outcome.reason.code, String(outcome.reason)).toMatch(
            /^(invalid|conflict|forbidden|not_found|blocked_by_subtasks)$/,
          );
      const { task, notifications } = await seen(squad, taskId);
      const open = task.items.filter((part) => isOpen(part.status));
      expect(task).toMatchObject({ subtasks: task.items.length, openSubtasks: open.length });
      if (task.status === "review" || task.status === "done") expect(open).toEqual([]);
      if (task.status === "inbox") expect(task.assignees).toEqual([]);
      if (task.status === "assigned") expect(task.assignees.length).toBeGreaterThan(0);
      expect(await squad.pending()).toBe(notifications.length);
    }),
    { numRuns: 15 },
  );
}, 120_000);
