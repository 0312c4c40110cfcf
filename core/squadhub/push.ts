// A gateway's copy of its squad: the agents in its config, and each agent's files.
import * as z from "zod";
import { configPatch } from "../../squadhub/config.ts";
import { agentOwnedFiles, BOOTSTRAP, workspaceFiles } from "../../squadhub/templates/workspace-files.ts";
import { forEachParallel } from "../util/parallel.ts";
import * as WorkspaceFile from "../workspace-file/index.ts";
import { callGateway, patchGateway } from "./gateway.ts";
import type { SquadState } from "./spec.ts";

type Files = Record<string, string | null>;

const agentList = z.object({
  agents: z.array(
    z.object({
      id: z.string(),
      identity: z.object({ name: z.string().optional(), emoji: z.string().optional() }).optional(),
    }),
  ),
});

/** Brings the running gateway's agents in line with the squad. Throws `GatewayError`. */
export async function configure({ agents }: SquadState): Promise<void> {
  const wanted = { agents: agents.map(({ id, name, emoji }) => ({ id, name, emoji })) };
  // The first read of its whole config takes a gateway seconds; a list of its agents takes next to nothing.
  const listed = agentList.safeParse(await callGateway({ kind: "rpc", method: "agents.list", params: {} }));
  const known = new Map(listed.data?.agents.map(({ id, identity }) => [id, identity]));
  const isRight = ({ id, name, emoji }: (typeof wanted.agents)[number]) =>
    known.get(id)?.name === name && known.get(id)?.emoji === emoji;
  if (!wanted.agents.every(isRight)) await patchGateway((current) => configPatch(current, wanted));
}

/**
 * Writes every agent's files. They are saved centrally before they are pushed. Throws `GatewayError`, and with `ofSquad`
 * also `not_found` when the squad is being erased meanwhile.
 */
export async function pushFiles(state: SquadState, { ofSquad = false } = {}): Promise<void> {
  const { agents, ...choices } = state;
  const generated = agents.map(({ id: agentId }) => {
    const all = Object.entries(workspaceFiles({ ...choices, agent: agentId }));
    const isOwned = ([name]: [string, string]) => agentOwnedFiles.includes(name);
    const ours: Files = Object.fromEntries(all.filter((file) => !isOwned(file)));
    if (choices.businessContextSaved) ours[BOOTSTRAP] = null;
    return { agentId, ours, owned: Object.fromEntries(all.filter(isOwned)) as Files };
  });
  await forEachParallel(generated, ({ agentId, ours }) => WorkspaceFile.save(agentId, ours, { ofSquad }));
  await forEachParallel(generated, async ({ agentId, ours, owned }) => {
    // An agent gets the files that it owns once. They are saved only after the push has succeeded.
    const given: Files = {};
    for (const [name, content] of Object.entries(owned))
      if (!(await WorkspaceFile.has(agentId, name))) given[name] = content;
    await callGateway({ kind: "files", agentId, files: { ...ours, ...given } });
    await WorkspaceFile.save(agentId, given, { ofSquad });
  });
}
