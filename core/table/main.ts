// The one table: its keys and its client. docs/table.md lists every access pattern.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Table } from "dynamodb-toolbox/table";
import { table } from "#platform";
import type { TableSettings } from "../../platform/types/table.ts";

export const mainTable = new Table({
  name: () => table.name,
  partitionKey: { name: "pk", type: "string" },
  sortKey: { name: "sk", type: "string" },
  indexes: {
    gsi1: {
      type: "global",
      partitionKey: { name: "gsi1pk", type: "string" },
      sortKey: { name: "gsi1sk", type: "string" },
    },
  },
});

let connected: { settings: TableSettings; client: DynamoDBDocumentClient } | undefined;
mainTable.getDocumentClient = () => {
  if (connected?.settings !== table) {
    const client = new DynamoDBClient({ maxAttempts: 4, ...table.client });
    connected = {
      settings: table,
      client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    };
  }
  return connected.client;
};

/** Key families. What is looked up before a tenant is known lives under `DIR#`. */
export const keys = {
  tenant: (tenantId: string) => `T#${tenantId}`,
  account: (accountId: string) => `A#${accountId}`,
  user: (userId: string) => `U#${userId}`,
  /** Lists for operators. */
  operations: (list: "TENANTS" | "FAILURES" | "OPEN" | "DRAFTS" | "LANES" | "OPERATORS") => `OPS#${list}`,
  /** The audit log, by person, workspace, account or day. */
  audit: (family: string) => `AUDIT#${family}`,
  directory: (
    kind:
      | "SUBJECT"
      | "EMAIL"
      | "NAME"
      | "TOKEN"
      | "SESSION"
      | "TICKET"
      | "CONNECTION"
      | "CELL"
      | "INVITATION"
      | "RATE"
      | "HEALTH",
    key: string,
  ) => `DIR#${kind}#${key}`,
};

/** Sort key of an item that is alone in its partition. */
export const SELF = "#";

export const now = (): string => new Date().toISOString();

/** The time `seconds` from now, in whole seconds since the epoch, as the `ttl` attribute has it. */
export const expiresIn = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
