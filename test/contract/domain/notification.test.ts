// Notifications: one pointer each while they wait, and none once they are settled.
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import * as Check from "../../../core/delivery/check.ts";
import * as Notification from "../../../core/notification/index.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const tell = (content: string) =>
  squad.asSquadhub(() => Notification.notify({ agentId: "inky", content, by: "main" }));

const collect = () => squad.asSquadhub(() => Check.check("inky"));

it("waits in the order it was written, and is handed over once", async () => {
  for (const content of ["one", "two", "three"]) await tell(content);
  expect(await squad.pending()).toBe(3);
  const collected = await Promise.all([1, 2].map(collect));
  const handed = collected.flat().map(({ content }) => content);
  expect(handed.toSorted()).toEqual(["one", "three", "two"]);
  expect(await squad.pending()).toBe(0);
  const { items } = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
  expect(items.map(({ content, status }) => `${content} ${status}`)).toEqual([
    "three delivered",
    "two delivered",
    "one delivered",
  ]);
});

it("is handed over again when the check that it was handed to did not say that it has been read", async () => {
  await tell("one");
  await tell("two");
  const [one] = await collect();
  await squad.asSquadhub(() => Check.confirm({ agentId: "inky", notificationIds: [one!.notificationId] }));
  await tell("three");
  // The check before may still be printing.
  expect((await collect()).map(({ content }) => content)).toEqual(["three"]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  onTestFinished(() => void vi.useRealTimers());
  const again = await Promise.all([1, 2].map(collect));
  expect(again.flat().map(({ content }) => content)).toEqual(["two", "three"]);
  const notificationIds = again.flat().map(({ notificationId }) => notificationId);
  await squad.asSquadhub(() => Check.confirm({ agentId: "inky", notificationIds }));
  vi.setSystemTime(Date.now() + 61_000);
  expect(await collect()).toEqual([]);
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
  await expect(
    squad.asSquadhub(async () => Notification.notify({ ...input, by: "main" })),
  ).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining(reason),
  });
  expect(await squad.pending()).toBe(0);
});
