// The agents' workspace files as we generated them: kept, so that a push that failed can be repeated and inspected.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor.ts";
import { keys, mainTable, now } from "../table.ts";

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

/** Keeps an agent's files as they are given; null forgets one. */
export async function save(agentId: string, files: Record<string, string | null>): Promise<void> {
  const shared = { tenantId: currentTenant(), agentId };
  await Promise.all(
    Object.entries(files).map(([name, content]) =>
      content === null
        ? WorkspaceFileEntity.build(DeleteItemCommand)
            .key({ ...shared, name })
            .send()
        : WorkspaceFileEntity.build(PutItemCommand)
            .item({ ...shared, name, content, savedAt: now() })
            .send(),
    ),
  );
}

/** Whether the agent's file is kept. */
export async function has(agentId: string, name: string): Promise<boolean> {
  const { Item } = await WorkspaceFileEntity.build(GetItemCommand)
    .key({ tenantId: currentTenant(), agentId, name })
    .options({ consistent: true })
    .send();
  return Item !== undefined;
}
