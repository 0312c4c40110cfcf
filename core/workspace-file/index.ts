// The agents' workspace files as they were generated, so that a failed push can be repeated and inspected.
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
 * Stores an agent's files in one transaction; null deletes a file. With `ofSquad`, throws `not_found` unless the agent
 * is in the squad, so that no file outlives an agent that is being erased.
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
  const squadCheck = AgentEntity.build(ConditionCheck).key(key).condition({ attr: "name", exists: true });
  await unlessChanged(
    () => transact(...(ofSquad ? [squadCheck] : []), ...writes),
    () => notFound("agent"),
  );
}

/** Whether the agent's file is stored. */
export async function has(agentId: string, name: string): Promise<boolean> {
  const file = await getItem(WorkspaceFileEntity, { tenantId: currentTenant(), agentId, name });
  return file !== undefined;
}
