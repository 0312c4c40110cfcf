// The agents' workspace files as we generated them: kept, so that a push that failed can be repeated and inspected.
import { Entity } from "dynamodb-toolbox/entity";
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

export async function save(agentId: string, files: Record<string, string>): Promise<void> {
  const shared = { tenantId: currentTenant(), agentId, savedAt: now() };
  await Promise.all(
    Object.entries(files).map(([name, content]) =>
      WorkspaceFileEntity.build(PutItemCommand)
        .item({ ...shared, name, content })
        .send(),
    ),
  );
}
