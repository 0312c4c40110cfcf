// Notifications: pending until they are collected, and collected again until they are confirmed.
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

const notify = (content: string) =>
  squad.asSquadhub(() => Notification.notify({ agentId: "inky", content, by: "main" }));

const collect = () => squad.asSquadhub(() => Check.check("inky"));

it("hands over notifications in order, each to one of several checks at once", async () => {
  for (const content of ["one", "two", "three"]) await notify(content);
  expect(await squad.pending()).toBe(3);
  const collected = await Promise.all([1, 2].map(collect));
  const contents = collected.flat().map(({ content }) => content);
  expect(contents.toSorted()).toEqual(["one", "three", "two"]);
  expect(await squad.pending()).toBe(0);
  const { items } = await squad.asOwner(() => Notification.list({ agentId: "inky" }));
  expect(items.map(({ content, status }) => `${content} ${status}`)).toEqual([
    "three delivered",
    "two delivered",
    "one delivered",
  ]);
});

it("hands over a notification again when its check has not confirmed it within a minute", async () => {
  await notify("one");
  await notify("two");
  const [one] = await collect();
  await squad.asSquadhub(() => Check.confirm({ agentId: "inky", notificationIds: [one!.notificationId] }));
  await notify("three");
  // The previous check may still be printing.
  expect((await collect()).map(({ content }) => content)).toEqual(["three"]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  onTestFinished(() => void vi.useRealTimers());
  const repeated = await Promise.all([1, 2].map(collect));
  expect(repeated.flat().map(({ content }) => content)).toEqual(["two", "three"]);
  const notificationIds = repeated.flat().map(({ notificationId }) => notificationId);
  await squad.asSquadhub(() => Check.confirm({ agentId: "inky", notificationIds }));
  vi.setSystemTime(Date.now() + 61_000);
  expect(await collect()).toEqual([]);
});

it("writes one activity for a custom notification", async () => {
  await notify("one");
  expect(await squad.feed()).toEqual(["notification_sent: Clawe notified Inky"]);
});

it.each([
  [{ agentId: "nobody", content: "Hi" }, "body.agentId: no such agent"],
  [{ agentId: "inky", content: "é".repeat(2049) }, "content: must be at most 4 KB"],
  [{ agentId: "inky", content: " " }, "content: must not be empty"],
])("names the field when it refuses notification %#", async (input, reason) => {
  await expect(
    squad.asSquadhub(async () => Notification.notify({ ...input, by: "main" })),
  ).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining(reason),
  });
  expect(await squad.pending()).toBe(0);
});
