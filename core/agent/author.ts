// The author of a request.
import * as z from "zod";
import { type Author, service } from "../actor/author.ts";
import { actor } from "../actor/index.ts";
import { invalidField } from "../util/error.ts";
import { find, markSeen } from "./entity.ts";

/** `by` in a body: the agent that acts. A person is known from the token. */
export const byAgent = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .describe("The id of the acting agent; only with a squadhub token");

/**
 * The author of this request. A machine acts for the agent with the id `by`, by default for the squad's lead.
 * Throws `invalid` for an unknown agent, and when a person sends `by`.
 */
export async function authorOf(by?: string): Promise<Author> {
  const who = actor();
  if (who.type === "user") {
    if (by) throw invalidField("body.by", "is for agents only: leave it out");
    return { type: "user", id: who.userId, name: who.name };
  }
  if (who.type === "system" && !by) return service;
  const agentId = by ?? "main";
  const agent = await find(agentId);
  if (!agent) throw invalidField("body.by", `is not an agent of this squad: ${agentId}`);
  // Every call of the CLI is a sign of life.
  await markSeen(agent);
  return { type: "agent", id: agent.agentId, name: agent.name };
}
