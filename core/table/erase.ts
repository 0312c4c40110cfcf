// Deletes many items of a tenant, of whatever entity they are, in the batches that the table takes.
import { BatchWriteCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { currentTenant } from "../actor/index.ts";
import { keys, mainTable } from "./index.ts";

/** BatchWriteItem's own limit. */
const BATCH = 25;

/** Deletes the tenant's items whose sort key begins with `prefix` and, if given, is meant; page by page. */
export async function eraseItems(
  prefix: string,
  isMeant: (sk: string) => boolean = () => true,
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
    const doomed = Items.filter(({ sk }) => isMeant(sk as string));
    for (let at = 0; at < doomed.length; at += BATCH) {
      let requests = doomed.slice(at, at + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
      while (requests.length > 0) {
        const { UnprocessedItems } = await client.send(
          new BatchWriteCommand({ RequestItems: { [TableName]: requests } }),
        );
        requests = (UnprocessedItems?.[TableName] ?? []) as typeof requests;
      }
    }
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
