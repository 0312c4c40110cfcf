// Which author a request speaks for.
import * as z from "zod";
import { type Author, service } from "../actor/author.ts";
import { actor } from "../actor/index.ts";
import { VisibleError } from "../util/error.ts";
import { find, markSeen } from "./entity.ts";

/** `by` in a body: an agent says which one it is; a person is known already. */
export const byAgent = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .describe("The acting agent's id; for squadhub tokens only");

/**
 * The author of this request. A machine speaks for the agent that `by` names, or else for the squad's lead.
 * Throws `invalid` for an unknown agent, or when a person claims to be one.
 */
export async function authorOf(by?: string): Promise<Author> {
  const who = actor();
  if (who.type === "user") {
    if (by) throw byIsWrong("is for agents; you are signed in as yourself");
    return { type: "user", id: who.userId, name: who.name };
  }
  if (who.type === "system" && !by) return service;
  const agentId = by ?? "main";
  const agent = await find(agentId);
  if (!agent) throw byIsWrong(`names no agent of this squad: ${agentId}`);
  // Any call of the CLI is a sign of life.
  await markSeen(agent);
  return { type: "agent", id: agent.agentId, name: agent.name };
}

function byIsWrong(message: string): VisibleError {
  return new VisibleError("invalid", `body.by: ${message}`, { fields: [{ field: "body.by", message }] });
}
