// What a gateway is told of its squad: the agents in its config, and the files that each of them works by.
import { callGateway, patchGateway } from "../../core/squadhub/gateway.ts";
import { has, save } from "../../core/workspace-file/index.ts";
import { configPatch } from "../../squadhub/config.ts";
import { agentOwnedFiles, BOOTSTRAP, workspaceFiles } from "../../squadhub/templates/workspace-files.ts";
import type { SquadState } from "../provisioning/spec.ts";

type Files = Record<string, string | null>;

/** Brings the running gateway's agents to the squad; what is right already is left alone. Throws `GatewayError`. */
export async function configure({ agents }: SquadState): Promise<void> {
  const wanted = { agents: agents.map(({ id, name, emoji }) => ({ id, name, emoji })) };
  await patchGateway((current) => configPatch(current, wanted));
}

/**
 * Writes every agent's files, kept centrally before they are pushed. Throws `GatewayError`, and with `ofSquad` also
 * `not_found` when the squad is being erased meanwhile.
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
  for (const { agentId, ours } of generated) await save(agentId, ours, { ofSquad });
  for (const { agentId, ours, owned } of generated) {
    // The agent's own files are given to it once, and kept only when that was done.
    const given: Files = {};
    for (const [name, content] of Object.entries(owned))
      if (!(await has(agentId, name))) given[name] = content;
    await callGateway({ kind: "files", agentId, files: { ...ours, ...given } });
    await save(agentId, given, { ofSquad });
  }
}
