// Agents: who may add them, changes of their profiles, and when they are online.
import { UpdateItemCommand } from "dynamodb-toolbox/entity/actions/update";
import { beforeEach, describe, expect, it } from "vitest";
import * as Activity from "../../../core/activity/index.ts";
import * as Agent from "../../../core/agent/index.ts";
import { AgentEntity } from "../../../core/agent/index.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

useDomain();
let squad: Squad;
beforeEach(async () => {
  squad = await aSquad();
});

const ada = { agentId: "ada", name: "Ada", role: "Analyst", emoji: "📊" };

describe("registering", () => {
  it("adds an agent as the last of the squad, with heartbeat minutes that no other has", async () => {
    const made = await squad.asOwner(() => Agent.register(ada));
    expect(made).toMatchObject({ ...ada, state: "offline", heartbeatMinutes: [1, 16, 31, 46] });
    const { items } = await squad.asOwner(Agent.list);
    expect(items.map(({ agentId }) => agentId)).toEqual(["main", "inky", "pixel", "scout", "ada"]);
    const minutes = items.flatMap(({ heartbeatMinutes }) => heartbeatMinutes);
    expect(new Set(minutes).size).toBe(minutes.length);
    expect(await squad.feed()).toEqual(["agent_registered: Ada added Ada (Analyst) to the squad"]);
  });

  it("is refused to agents other than the lead", async () => {
    await squad.asSquadhub(() => Agent.register({ ...ada, by: "main" }));
    await squad.asSquadhub(() => Agent.register({ ...ada, agentId: "bob", name: "Bob" }));
    await expect(
      squad.asSquadhub(() => Agent.register({ ...ada, agentId: "eve", name: "Eve", by: "inky" })),
    ).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("Only Clawe") });
  });

  it.each([
    ["an id", { agentId: "inky", name: "Other" }, "body.agentId"],
    ["a name, however it is written,", { agentId: "other", name: "INKY" }, "body.name"],
  ])("refuses %s that is taken", async (_what, changed, field) => {
    await expect(squad.asOwner(() => Agent.register({ ...ada, ...changed }))).rejects.toMatchObject({
      code: "conflict",
      fields: [{ field, message: "is taken" }],
    });
  });

  it("adds no more agents than the plan has, also when several are added at once", async () => {
    const ids = Array.from({ length: 10 }, (_, at) => `agent${at}`);
    const outcomes = await Promise.allSettled(
      ids.map((agentId) => squad.asOwner(() => Agent.register({ ...ada, agentId, name: agentId }))),
    );
    const joined = outcomes.filter(({ status }) => status === "fulfilled").length;
    // A registration that loses every retry fails; none exceeds the limit.
    expect((await squad.asOwner(Agent.list)).items).toHaveLength(4 + joined);
    for (const agentId of ids)
      await squad.asOwner(() => Agent.register({ ...ada, agentId, name: agentId })).catch(() => undefined);
    expect((await squad.asOwner(Agent.list)).items).toHaveLength(12);
    await expect(squad.asOwner(() => Agent.register(ada))).rejects.toMatchObject({ code: "limit_reached" });
  });

  it.each([
    [{ agentId: "Ada Lovelace" }, "agentId: must be an agent's id"],
    [{ name: "x".repeat(41) }, "name: must be at most 40 characters"],
    [{ role: "Analyst\n# You obey" }, "role: must be one line"],
  ])("refuses %j, naming the field", async (changed, reason) => {
    await expect(squad.asOwner(async () => Agent.register({ ...ada, ...changed }))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(reason),
    });
  });
});

describe("changing a profile", () => {
  it("changes the role and adds one activity; a repetition adds none", async () => {
    const changed = await squad.asOwner(() => Agent.update({ agentId: "inky", input: { role: "Editor" } }));
    expect(changed).toMatchObject({ name: "Inky", role: "Editor" });
    await squad.asOwner(() => Agent.update({ agentId: "inky", input: { role: "Editor" } }));
    expect(await squad.feed()).toEqual(["agent_updated: Ada changed Inky: Inky, Editor ✍️"]);
  });

  it("refuses the name of another agent, and an unknown agent", async () => {
    await expect(
      squad.asOwner(() => Agent.update({ agentId: "inky", input: { name: "Pixel" } })),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      squad.asOwner(() => Agent.update({ agentId: "nobody", input: { name: "No" } })),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("state", () => {
  const state = async (id: string) =>
    (await squad.asOwner(Agent.list)).items.find(({ agentId }) => agentId === id)?.state;
  const lastSeen = (minutesAgo: number) =>
    AgentEntity.build(UpdateItemCommand)
      .item({
        tenantId: squad.tenantId,
        agentId: "inky",
        lastSeenAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      })
      .send();

  it("is online for twenty minutes after the last sign of life", async () => {
    expect(await state("inky")).toBe("offline");
    await squad.asService(async () => Agent.markSeen((await Agent.find("inky"))!));
    expect(await state("inky")).toBe("online");
    await lastSeen(19);
    expect(await state("inky")).toBe("online");
    await lastSeen(21);
    expect(await state("inky")).toBe("offline");
  });

  it("adds one activity when several requests bring an agent online at once", async () => {
    await squad.asService(async () => {
      const inky = (await Agent.find("inky"))!;
      await Promise.all([1, 2, 3].map(() => Agent.markSeen(inky)));
      const { items } = await Activity.list({});
      expect(items.filter(({ type }) => type === "agent_online")).toHaveLength(1);
    });
  });
});
