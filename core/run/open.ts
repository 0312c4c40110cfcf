// The list of runs that have not ended cleanly: under way, held, or with leftovers. Operators and the reaper read it.
// Its pointers are outside of the tenants' partitions and go with the run's clean end, so the list stays short.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import { keys, mainTable } from "../table/index.ts";

export const OpenRunEntity = new Entity({
  name: "OpenRun",
  table: mainTable,
  timestamps: false,
  schema: item({ runId: string().key(), tenantId: string() }),
  computeKey: ({ runId }) => ({ pk: keys.operations("OPEN"), sk: runId }),
});

/** The write that adds a run to the list. Idempotent. */
export const openWrite = (tenantId: string, runId: string) =>
  OpenRunEntity.build(PutTransaction).item({ tenantId, runId });

/** The write that takes a run off the list. */
export const closeWrite = (runId: string) => OpenRunEntity.build(DeleteTransaction).key({ runId });

/** Takes a run off the list. */
export async function close(runId: string): Promise<void> {
  await OpenRunEntity.build(DeleteItemCommand).key({ runId }).send();
}
