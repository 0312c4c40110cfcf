// Who joins the squad, and what is said of its agents. The gateway follows by the change's own event.
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
 * Adds an agent to the squad. For people, and for the squad's lead. Throws `forbidden` for another agent, `conflict`
 * when the id or the name is taken, `limit_reached` when the plan has no agent left.
 */
export const register = fn(registerInput, async ({ by, ...wanted }): Promise<Agent> => {
  const from = await authorOf(by);
  const tenantId = currentTenant();
  await retryOnConflict(async () => {
    const guard = await lockListWrite("agents");
    const [agents, { plan }] = await Promise.all([all(), Tenant.current()]);
    assertMayChangeSquad(from, agents);
    assertFree(wanted, agents);
    const limit = plans[plan].agents;
    if (agents.length >= limit)
      throw new VisibleError(
        "limit_reached",
        `Your ${plan} plan allows ${limit} agents in a workspace, and all are in use.`,
      );
    await transact(
      guard,
      AgentEntity.build(PutTransaction)
        .item({
          ...wanted,
          tenantId,
          position: Math.max(-1, ...agents.map(({ position }) => position)) + 1,
          heartbeatMinutes: freeMinutes(agents),
        })
        .options({ condition: { attr: "name", exists: false } }),
      Activity.activityWrite(
        "agent_registered",
        from,
        `brought ${wanted.name} (${wanted.role}) into the squad`,
      ),
    );
  });
  return shown(wanted.agentId);
});

export const updateInput = z
  .strictObject({ name: name.optional(), role: role.optional(), emoji: emoji.optional(), by: byAgent })
  .refine(
    ({ name, role, emoji }) => name !== undefined || role !== undefined || emoji !== undefined,
    "name what is to change: name, role or emoji",
  )
  .meta({ example: { role: "Editor" } });

/** Changes what is said of an agent. For people, and for the squad's lead. Throws `forbidden`, `conflict`, `not_found`. */
export const update = fn(
  z.object({ agentId, input: updateInput }),
  async ({ agentId, input: { by, ...wanted } }): Promise<Agent> => {
    const from = await authorOf(by);
    await retryOnConflict(async () => {
      // Names are unique in the squad, so that a mention means one agent.
      const guard = await lockListWrite("agents");
      const agents = await all();
      assertMayChangeSquad(from, agents);
      const before = agents.find((each) => each.agentId === agentId);
      if (!before) throw notFound("agent");
      const { name = before.name, role = before.role, emoji = before.emoji } = wanted;
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
    return shown(agentId);
  },
);

async function shown(agentId: string): Promise<Agent> {
  const found = (await list()).items.find((each) => each.agentId === agentId);
  if (!found) throw notFound("agent");
  return found;
}

function assertMayChangeSquad(from: Author, agents: AgentItem[]): void {
  const lead = agents[0];
  if (actor().type === "machine" && from.id !== lead?.agentId)
    throw new VisibleError(
      "forbidden",
      `Only ${lead?.name ?? "the lead"} may change the squad. Ask by a comment.`,
    );
}

function assertFree({ agentId, name }: { agentId?: string; name: string }, agents: AgentItem[]): void {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase();
  const taken = (field: string, what: string) =>
    new VisibleError("conflict", `The squad has an agent ${what} already. Choose another ${field}.`, {
      fields: [{ field: `body.${field}`, message: "is taken" }],
    });
  if (agents.some((each) => each.agentId === agentId)) throw taken("agentId", `with the id ${agentId}`);
  if (agents.some((each) => plain(each.name) === plain(name))) throw taken("name", `named ${name}`);
}

/** Four minutes of the hour, a quarter apart, that the fewest others wake at. */
function freeMinutes(agents: AgentItem[]): number[] {
  const offsets = Array.from({ length: 15 }, (_, offset) => offset);
  const wakers = (offset: number) =>
    agents.filter(({ heartbeatMinutes }) => heartbeatMinutes.some((minute) => minute % 15 === offset)).length;
  const [offset = 0] = offsets.toSorted((a, b) => wakers(a) - wakers(b));
  return [0, 15, 30, 45].map((quarter) => quarter + offset);
}
