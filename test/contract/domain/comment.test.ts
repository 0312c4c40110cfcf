// Comments: they notify the agents they mention and the task's assignees.
import { beforeEach, describe, expect, it } from "vitest";
import * as Comment from "../../../core/task/comment.ts";
import * as Task from "../../../core/task/index.ts";
import { mentionedIn } from "../../../core/task/mention.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

describe("mentions", () => {
  const agents = [
    { agentId: "main", name: "Captain Nemo" },
    { agentId: "max", name: "Max" },
    { agentId: "power", name: "Max Power" },
    { agentId: "zoe", name: "Zoë" },
  ];
  it.each([
    ["@main, look", ["main"]],
    ["@MAIN look", ["main"]],
    ["ask @Captain Nemo.", ["main"]],
    ["ask @captain   nemo", ["main"]],
    ["ask @captain-nemo or @CaptainNemo", ["main"]],
    ["@Max Power and only him", ["power"]],
    ["@max: power off", ["max"]],
    ["@Max\nPower", ["max"]],
    ["(@zoë)", ["zoe"]],
    ["@zoe @max", ["zoe", "max"]],
    ["mail to info@max.example", []],
    ["@maximum @max-two @max_", []],
    ["@max-", ["max"]],
    ["max, and an @ alone", []],
    ["@@max", []],
  ])("%j mentions %j", (text, mentioned) => {
    expect([...mentionedIn(text, agents)].toSorted()).toEqual(mentioned.toSorted());
  });
});

describe("a comment", () => {
  useDomain();
  let squad: Squad;
  let taskId: string;
  beforeEach(async () => {
    squad = await aSquad();
    ({ taskId } = await squad.asOwner(() => Task.create({ title: "Launch", assignees: ["inky", "pixel"] })));
  });
  const notified = async () =>
    (await squad.notifications()).filter((line) => !line.includes("task_assigned"));

  it("notifies mentioned agents of the mention and other assignees of the comment", async () => {
    await squad.asOwner(() => Comment.add({ taskId, input: { text: "@inky and @scout, please" } }));
    expect(await notified()).toEqual([
      "inky task_mentioned: @inky and @scout, please",
      "pixel message_received: @inky and @scout, please",
      "scout task_mentioned: @inky and @scout, please",
    ]);
    expect((await squad.feed()).at(-1)).toBe("task_commented: Ada commented on “Launch”");
    expect((await squad.asOwner(() => Task.get(taskId))).comments).toBe(1);
  });

  it("never notifies its author", async () => {
    await squad.asSquadhub(() => Comment.add({ taskId, input: { text: "I, @inky, am done", by: "inky" } }));
    expect(await notified()).toEqual(["pixel message_received: I, @inky, am done"]);
  });

  it("keeps every one of many comments made at once, in order, and counts each once", async () => {
    await Promise.all(
      [1, 2, 3, 4, 5].map((at) => squad.asOwner(() => Comment.add({ taskId, input: { text: `No ${at}` } }))),
    );
    expect((await squad.asOwner(() => Task.get(taskId))).comments).toBe(5);
    const page = await squad.asOwner(() => Comment.list({ taskId, page: { limit: 3 } }));
    const rest = await squad.asOwner(() => Comment.list({ taskId, page: { limit: 3, cursor: page.cursor } }));
    const ids = [...page.items, ...rest.items].map(({ messageId }) => messageId);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual(ids.toSorted());
  });

  it("accepts 8 KB, of which a notification carries 4", async () => {
    const text = "é".repeat(4096);
    await squad.asOwner(() => Comment.add({ taskId, input: { text } }));
    for (const line of await notified()) {
      const content = line.slice(line.indexOf(": ") + 2);
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
      expect(content).toMatch(/^é+…$/);
    }
    await expect(
      squad.asOwner(async () => Comment.add({ taskId, input: { text: `${text}x` } })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("at most 8 KB") });
  });

  it("refuses unknown agents as authors, and people who act as an agent", async () => {
    await expect(
      squad.asSquadhub(() => Comment.add({ taskId, input: { text: "Hi", by: "nobody" } })),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      squad.asOwner(() => Comment.add({ taskId, input: { text: "Hi", by: "inky" } })),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
