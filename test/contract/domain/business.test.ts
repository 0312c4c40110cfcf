// The business context and the channels, each of which is one item with a version.
import { beforeEach, describe, expect, it } from "vitest";
import * as Business from "../../../core/business/index.ts";
import * as Channel from "../../../core/channel/index.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const url = "https://acme.example/";

describe("the business context", () => {
  it("keeps fields that a save does not name", async () => {
    await squad.asSquadhub(() => Business.save({ url, name: "Acme", metadata: { keywords: ["anvils"] } }));
    await squad.asSquadhub(() => Business.save({ description: "Anvils", metadata: { tone: "dry" } }));
    await squad.asOwner(() => Business.save({ name: null }));
    const found = await squad.asOwner(Business.get);
    expect(found).toMatchObject({
      url,
      description: "Anvils",
      metadata: { keywords: ["anvils"], tone: "dry" },
      approved: false,
      version: 3,
    });
    expect(found.name).toBeUndefined();
    expect(await squad.feed()).toHaveLength(3);
  });

  it("is created once when several people save it at once", async () => {
    await Promise.all(["a", "b", "c"].map((name) => squad.asOwner(() => Business.save({ url, name }))));
    expect((await squad.asOwner(Business.get)).version).toBe(3);
  });

  it("stays approved when a person changes it, but not when an agent does without a person's approval", async () => {
    await squad.asSquadhub(() => Business.save({ url, approve: true }));
    expect(await squad.asOwner(Business.get)).toMatchObject({
      approved: true,
      approvedAt: expect.any(String),
    });
    await squad.asSquadhub(() => Business.save({ name: "Acme" }));
    expect((await squad.asOwner(Business.get)).approved).toBe(false);
    expect((await squad.asOwner(() => Business.approve({}))).approved).toBe(true);
    await squad.asOwner(() => Business.save({ name: "Acme Inc." }));
    expect((await squad.asOwner(Business.get)).approved).toBe(true);
    await squad.asOwner(() => Business.approve({}));
    expect(await squad.feed()).toHaveLength(4);
  });

  it("is not found before it is saved and after it is removed", async () => {
    await expect(squad.asOwner(Business.get)).rejects.toMatchObject({ code: "not_found" });
    await squad.asOwner(() => Business.save({ url }));
    await squad.asOwner(Business.remove);
    await squad.asOwner(Business.remove);
    await expect(squad.asOwner(Business.get)).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    [{}, "body.url: is required for the first save"],
    [{ url: "acme" }, "url: must be a web address"],
    [{ url: "javascript:alert(1)" }, "url: must be a web address"],
    [{ url, description: "é".repeat(2049) }, "description: must be at most 4 KB"],
    [{ url, metadata: { keywords: Array(21).fill("x") } }, "metadata.keywords: must be at most 20"],
  ])("refuses invalid input %#, naming the field and the limit", async (input, reason) => {
    await expect(squad.asOwner(async () => Business.save(input))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(reason),
    });
  });

  it("refuses a change of an older version", async () => {
    await squad.asOwner(() => Business.save({ url }));
    await expect(squad.asOwner(() => Business.save({ name: "Acme", version: 0 }))).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("a channel", () => {
  it("is listed before it is set up", async () => {
    expect(await squad.asOwner(Channel.list)).toEqual({
      items: [{ type: "telegram", status: "disconnected", settings: {}, version: 0 }],
    });
  });

  it("adds one activity each when it is set up, connected and disconnected", async () => {
    await squad.asOwner(() => Channel.update({ type: "telegram", input: { label: "Our bot" } }));
    const join = () => squad.asService(() => Channel.connect({ type: "telegram", botUsername: "acme_bot" }));
    expect(await join()).toMatchObject({ status: "connected", settings: { label: "Our bot" } });
    await join();
    const left = await squad.asOwner(() => Channel.disconnect("telegram"));
    expect(left).toMatchObject({ status: "disconnected", settings: { botUsername: "acme_bot" } });
    expect(left.connectedAt).toBeUndefined();
    await squad.asOwner(() => Channel.disconnect("telegram"));
    expect((await squad.feed()).map((line) => line.split(":")[0])).toEqual([
      "channel_updated",
      "channel_connected",
      "channel_disconnected",
    ]);
  });

  it.each([{ label: "123456:AAbbCC" }, { botUsername: "123456:AAbbCC" }, { botToken: "123456:AAbbCC" }])(
    "refuses a bot's token: %j",
    async (input) => {
      await expect(
        squad.asOwner(async () => Channel.update({ type: "telegram", input: input as never })),
      ).rejects.toMatchObject({ code: "invalid" });
    },
  );
});
