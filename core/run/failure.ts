// The list of failed runs of all tenants, for operators. Its pointers are outside of the tenants' partitions.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { currentTenant } from "../actor/index.ts";
import { expiresIn, keys, mainTable } from "../table/index.ts";

const KEPT_SECONDS = 90 * 24 * 3600;

export const FailedRunEntity = new Entity({
  name: "FailedRun",
  table: mainTable,
  timestamps: false,
  schema: item({ runId: string().key(), tenantId: string(), ttl: number() }),
  computeKey: ({ runId }) => ({ pk: keys.operations("FAILURES"), sk: runId }),
});

/** The write that adds a run of this tenant to the list. Idempotent. */
export function failedRunWrite(runId: string) {
  return FailedRunEntity.build(PutTransaction).item({
    runId,
    tenantId: currentTenant(),
    ttl: expiresIn(KEPT_SECONDS),
  });
}
