// The one table.
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/** The one table: its name and how to reach it. */
export interface TableSettings {
  name: string;
  client: DynamoDBClientConfig;
}
