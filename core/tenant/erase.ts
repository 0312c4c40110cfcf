// Removes what a tenant has in the table, of whatever entity it is.
import { BatchWriteCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { currentTenant } from "../actor.ts";
import { keys, mainTable } from "../table.ts";

/** What tells of the tenant itself and stays until the run that erases it has ended. */
const KEPT = ["TENANT", "PLACE", "SQUADHUB", "RUN#", "CONNECTION#"];
/** BatchWriteItem's own limit. */
const BATCH = 25;

/** What a new squad is seeded with. */
export const SEEDS = ["AGENT#", "ROUTINE#", "FILE#", "ACTIVITY#"];

/** Deletes the tenant's items whose sort keys begin with one of `prefixes`; without, all but what tells of it. */
export async function erase(prefixes?: string[]): Promise<void> {
  const client = mainTable.getDocumentClient();
  const TableName = mainTable.getName();
  const isMeant = (sk: string) =>
    prefixes ? prefixes.some((prefix) => sk.startsWith(prefix)) : !KEPT.some((kept) => sk.startsWith(kept));
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": keys.tenant(currentTenant()) },
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
