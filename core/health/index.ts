// Health checks of what the service depends on.
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { keys, mainTable, SELF } from "../table/index.ts";

export const health = z.object({
  ok: z.boolean().describe("Whether all checks are ok"),
  checks: z.array(
    z.object({
      name: z.enum(["table"]),
      ok: z.boolean(),
      milliseconds: z.number().describe("Response time"),
    }),
  ),
});

/** Checks the table with one consistent read of an item that does not exist. */
export async function checkHealth(): Promise<z.output<typeof health>> {
  const startedAt = performance.now();
  const Key = { pk: keys.directory("HEALTH", ""), sk: SELF };
  const ok = await mainTable
    .getDocumentClient()
    .send(new GetCommand({ TableName: mainTable.getName(), Key, ConsistentRead: true }), {
      abortSignal: AbortSignal.timeout(3_000),
    })
    .then(
      () => true,
      () => false,
    );
  const milliseconds = Math.round((performance.now() - startedAt) * 100) / 100;
  return { ok, checks: [{ name: "table", ok, milliseconds }] };
}
