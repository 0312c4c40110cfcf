// Agents that join the squad, and changes of their profiles. The event of the change updates the gateway.
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import type { Author } from "../actor/author.ts";
import { actor, currentTenant } from "../actor/index.ts";
import { plans } from "../plan/index.ts";
import { transact } from "../table/index.ts";
import { lockListWrite } from "../table/lock.ts";
import { retryOnConflict } from "../table/retry.ts";
import * as Tenant from "../tenant/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { lineOf } from "../util/text.ts";
import { authorOf, byAgent } from "./author.ts";
import { type Agent, AgentEntity, type AgentItem, agentId, all, list } from "./entity.ts";

const name = lineOf(40);
const role = lineOf(80);
const emoji = lineOf(16).describe("One emoji");

export const registerInput = z
  .strictObject({ agentId, name, role, emoji: emoji.default("🤖"), by: byAgent })
  .meta({ example: { agentId: "ada", name: "Ada", role: "Analyst", emoji: "📊" } });

/**
 * Adds an agent to the squad. For people and the squad's lead. Throws `forbidden` for another agent, `conflict` when
 * the id or the name is taken, `limit_reached`.
 */
export const register = fn(registerInput, async ({ by, ...profile }): Promise<Agent> => {
  const from = await authorOf(by);
  const tenantId = currentTenant();
  await retryOnConflict(async () => {
    const guard = await lockListWrite("agents");
    const [agents, { plan }] = await Promise.all([all(), Tenant.current()]);
    assertMayChangeSquad(from, agents);
    assertFree(profile, agents);
    const limit = plans[plan].agents;
    if (agents.length >= limit)
      throw new VisibleError(
        "limit_reached",
        `Your ${plan} plan has ${limit} agents, and all are in use. Change the profile of one instead.`,
      );
    await transact(
      guard,
      AgentEntity.build(PutTransaction)
        .item({
          ...profile,
          tenantId,
          position: Math.max(-1, ...agents.map(({ position }) => position)) + 1,
          heartbeatMinutes: freeMinutes(agents),
        })
        .options({ condition: { attr: "name", exists: false } }),
      Activity.activityWrite(
        "agent_registered",
        from,
        `added ${profile.name} (${profile.role}) to the squad`,
      ),
    );
  });
  return get(profile.agentId);
});

export const updateInput = z
  .strictObject({ name: name.optional(), role: role.optional(), emoji: emoji.optional(), by: byAgent })
  .refine(
    ({ name, role, emoji }) => name !== undefined || role !== undefined || emoji !== undefined,
    "must have at least one of name, role and emoji",
  )
  .meta({ example: { role: "Editor" } });

/** Changes an agent's profile. For people and the squad's lead. Throws `forbidden`, `conflict`, `not_found`. */
export const update = fn(
  z.object({ agentId, input: updateInput }),
  async ({ agentId, input: { by, ...changes } }): Promise<Agent> => {
    const from = await authorOf(by);
    await retryOnConflict(async () => {
      // Names are unique in the squad, so that a mention refers to one agent.
      const guard = await lockListWrite("agents");
      const agents = await all();
      assertMayChangeSquad(from, agents);
      const before = agents.find((each) => each.agentId === agentId);
      if (!before) throw notFound("agent");
      const { name = before.name, role = before.role, emoji = before.emoji } = changes;
      if (name === before.name && role === before.role && emoji === before.emoji) return;
      assertFree(
        { name },
        agents.filter((each) => each.agentId !== agentId),
      );
      await transact(
        guard,
        AgentEntity.build(UpdateTransaction)
          .item({ tenantId: before.tenantId, agentId, name, role, emoji })
          .options({ condition: { attr: "name", exists: true } }),
        Activity.activityWrite("agent_updated", from, `changed ${before.name}: ${name}, ${role} ${emoji}`),
      );
    });
    return get(agentId);
  },
);

async function get(agentId: string): Promise<Agent> {
  const agent = (await list()).items.find((each) => each.agentId === agentId);
  if (!agent) throw notFound("agent");
  return agent;
}

function assertMayChangeSquad(from: Author, agents: AgentItem[]): void {
  const lead = agents[0];
  if (actor().type === "machine" && from.id !== lead?.agentId)
    throw new VisibleError(
      "forbidden",
      `Only ${lead?.name ?? "the lead"} may change the squad. Ask for it in a comment.`,
    );
}

function assertFree({ agentId, name }: { agentId?: string; name: string }, agents: AgentItem[]): void {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase();
  const taken = (field: "agentId" | "name", what: string) =>
    new VisibleError(
      "conflict",
      `The squad already has an agent ${what}. Choose another ${field === "agentId" ? "id" : "name"}.`,
      {
        fields: [{ field: `body.${field}`, message: "is taken" }],
      },
    );
  if (agents.some((each) => each.agentId === agentId)) throw taken("agentId", `with the id ${agentId}`);
  if (agents.some((each) => plain(each.name) === plain(name))) throw taken("name", `named ${name}`);
}

/** Four minutes of the hour, a quarter apart, at which the fewest other agents wake. */
function freeMinutes(agents: AgentItem[]): number[] {
  const offsets = Array.from({ length: 15 }, (_, offset) => offset);
  const countAgentsAt = (offset: number) =>
    agents.filter(({ heartbeatMinutes }) => heartbeatMinutes.some((minute) => minute % 15 === offset)).length;
  const [offset = 0] = offsets.toSorted((a, b) => countAgentsAt(a) - countAgentsAt(b));
  return [0, 15, 30, 45].map((quarter) => quarter + offset);
}
