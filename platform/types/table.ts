// The one table.
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

export interface TableSettings {
  name: string;
  /** The configuration of a client that reaches the table. */
  client: DynamoDBClientConfig;
}
