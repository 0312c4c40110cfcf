// The two readers of the table's stream: one publishes its changes as events, one rings lanes.
import { isPassed, readers } from "../events/changes.ts";
import { handler as publish } from "../functions/consumers/publish-changes.ts";
import type { Lanes } from "../platform/types/lanes.ts";
import { createStreamReader, type DeadRecord, type StreamReader } from "./stream-reader.ts";
import type { TableEngine } from "./table/engine.ts";

export function createStreamReaders({
  engine,
  table,
  lanes,
  report,
}: {
  engine: TableEngine;
  table: string;
  lanes: Pick<Lanes, "ring">;
  report: (problem: string) => void;
}): StreamReader[] {
  const readerOf = (
    name: keyof typeof readers,
    handler: Parameters<typeof createStreamReader>[0]["handler"],
  ): StreamReader =>
    createStreamReader({
      engine,
      table,
      name,
      filter: (change) => isPassed(readers[name], change),
      handler,
      onDeadLetter: ({ record, error }: DeadRecord) =>
        report(`Change ${record.eventID} could not be handled: ${error}`),
    });
  return [
    readerOf("events", publish),
    readerOf("doorbells", async ({ Records }) => {
      for (const { eventID, dynamodb } of Records) {
        const { tenantId, agentId } = dynamodb?.NewImage ?? {};
        await lanes.ring({ tenantId: tenantId?.S ?? "", agentId: agentId?.S ?? "" }, eventID ?? "");
      }
    }),
  ];
}
