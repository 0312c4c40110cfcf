// The agents' workspace files as we generated them: kept, so that a push that failed can be repeated and inspected.
import { Entity } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor/index.ts";
import { AgentEntity } from "../agent/index.ts";
import { getItem, keys, mainTable, now, transact, unlessChanged } from "../table/index.ts";
import { notFound } from "../util/error.ts";

const WorkspaceFileEntity = new Entity({
  name: "WorkspaceFile",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    agentId: string().key(),
    name: string().key(),
    content: string(),
    savedAt: string(),
  }),
  computeKey: ({ tenantId, agentId, name }) => ({ pk: keys.tenant(tenantId), sk: `FILE#${agentId}#${name}` }),
});

/**
 * Keeps an agent's files as they are given, all or none; null forgets one. With `ofSquad` only while the agent is in the
 * squad, so that nothing is kept of one that is being erased: else throws `not_found`.
 */
export async function save(
  agentId: string,
  files: Record<string, string | null>,
  { ofSquad = false } = {},
): Promise<void> {
  const key = { tenantId: currentTenant(), agentId };
  const writes = Object.entries(files).map(([name, content]) =>
    content === null
      ? WorkspaceFileEntity.build(DeleteTransaction).key({ ...key, name })
      : WorkspaceFileEntity.build(PutTransaction).item({ ...key, name, content, savedAt: now() }),
  );
  if (writes.length === 0) return;
  const present = AgentEntity.build(ConditionCheck).key(key).condition({ attr: "name", exists: true });
  await unlessChanged(
    () => transact(...(ofSquad ? [present] : []), ...writes),
    () => notFound("agent"),
  );
}

/** Whether the agent's file is kept. */
export async function has(agentId: string, name: string): Promise<boolean> {
  const Item = await getItem(WorkspaceFileEntity, { tenantId: currentTenant(), agentId, name });
  return Item !== undefined;
}
