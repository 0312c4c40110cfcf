// Notifications: one pointer each while they wait, and none once they are settled.
import { beforeEach, expect, it } from "vitest";
import { list, notify } from "../../../core/notification/index.ts";
import { check } from "../../../core/notification/lane.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const tell = (content: string) => squad.asSquadhub(() => notify({ agentId: "inky", content, by: "main" }));

it("waits in the order it was written, and is handed over once", async () => {
  for (const content of ["one", "two", "three"]) await tell(content);
  expect(await squad.pending()).toBe(3);
  const collected = await Promise.all([1, 2].map(() => squad.asSquadhub(() => check("inky"))));
  const handed = collected.flatMap(({ notifications }) => notifications.map(({ content }) => content));
  expect(handed.toSorted()).toEqual(["one", "three", "two"]);
  expect(await squad.pending()).toBe(0);
  const { items } = await squad.asOwner(() => list({ agentId: "inky" }));
  expect(items.map(({ content, status }) => `${content} ${status}`)).toEqual([
    "three delivered",
    "two delivered",
    "one delivered",
  ]);
});

it("is told in the feed, once", async () => {
  await tell("one");
  expect(await squad.feed()).toEqual(["notification_sent: Clawe notified Inky"]);
});

it.each([
  [{ agentId: "nobody", content: "Hi" }, "body.agentId: names no agent of this squad"],
  [{ agentId: "inky", content: "é".repeat(2049) }, "content: must be at most 4 KB"],
  [{ agentId: "inky", content: " " }, "content: must not be empty"],
])("is refused as %#, naming the field", async (input, reason) => {
  await expect(squad.asSquadhub(async () => notify({ ...input, by: "main" }))).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining(reason),
  });
  expect(await squad.pending()).toBe(0);
});
