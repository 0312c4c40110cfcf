// Deletes many items of a tenant, whatever their entity, in batches.
import { BatchWriteCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { currentTenant } from "../actor/index.ts";
import { sendBatch } from "./batch.ts";
import { keys, mainTable } from "./index.ts";

/** BatchWriteItem's own limit. */
const MAX_DELETES = 25;

/** Deletes the tenant's items whose sort key begins with `prefix` and, if given, satisfies `isIncluded`. */
export async function eraseItems(
  prefix: string,
  isIncluded: (sk: string) => boolean = () => true,
): Promise<void> {
  const client = mainTable.getDocumentClient();
  const TableName = mainTable.getName();
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: prefix ? "pk = :pk AND begins_with(sk, :prefix)" : "pk = :pk",
        ExpressionAttributeValues: {
          ":pk": keys.tenant(currentTenant()),
          ...(prefix ? { ":prefix": prefix } : {}),
        },
        ProjectionExpression: "pk, sk",
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    const requests = Items.filter(({ sk }) => isIncluded(sk as string)).map((Key) => ({
      DeleteRequest: { Key },
    }));
    for (let at = 0; at < requests.length; at += MAX_DELETES)
      await sendBatch(requests.slice(at, at + MAX_DELETES), async (batch) => {
        const { UnprocessedItems } = await client.send(
          new BatchWriteCommand({ RequestItems: { [TableName]: batch } }),
        );
        return (UnprocessedItems?.[TableName] ?? []) as typeof batch;
      });
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
