// DynamoDB Streams' own operations (list, describe, iterate), for the SDK's streams client.
import type { Body } from "./dynalite.ts";
import { ServiceError, validationError } from "./errors.ts";
import type { TableSettings } from "./settings.ts";
import { formatSequence } from "./stream-record.ts";
import type { Streams } from "./streams.ts";

const shardId = "shardId-00000000000000000000-00000001";

export function createStreamApi(settings: ReadonlyMap<string, TableSettings>, streams: Streams) {
  function find(arn: unknown) {
    for (const [table, { stream, keys }] of settings) {
      if (stream && stream.arn === arn) return { table, keys, stream };
    }
    throw new ServiceError(
      "ResourceNotFoundException",
      `Requested resource not found: Stream: ${arn} not found`,
    );
  }

  return {
    async ListStreams(body: Body): Promise<Body> {
      const Streams = [];
      for (const [table, { stream }] of settings) {
        if (!stream || (body.TableName && body.TableName !== table)) continue;
        Streams.push({ StreamArn: stream.arn, StreamLabel: stream.label, TableName: table });
      }
      return { Streams };
    },

    async DescribeStream(body: Body): Promise<Body> {
      const { table, keys, stream } = find(body.StreamArn);
      return {
        StreamDescription: {
          StreamArn: stream.arn,
          StreamLabel: stream.label,
          StreamStatus: "ENABLED",
          StreamViewType: stream.viewType,
          TableName: table,
          KeySchema: keys.map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? "HASH" : "RANGE" })),
          Shards: [{ ShardId: shardId, SequenceNumberRange: { StartingSequenceNumber: formatSequence(0) } }],
        },
      };
    },

    async GetShardIterator(body: Body): Promise<Body> {
      const { table } = find(body.StreamArn);
      return { ShardIterator: encode(table, startOf(body, streams.latestSequence())) };
    },

    async GetRecords(body: Body): Promise<Body> {
      const [table, after] = decode(String(body.ShardIterator));
      const Records = await streams.read(table, after, Math.min(Number(body.Limit ?? 1000), 1000));
      return {
        Records,
        NextShardIterator: encode(table, Records.at(-1)?.dynamodb?.SequenceNumber ?? after),
      };
    },
  };
}

function startOf(body: Body, latest: string): string {
  switch (body.ShardIteratorType) {
    case "TRIM_HORIZON":
      return formatSequence(0);
    case "LATEST":
      return latest;
    case "AT_SEQUENCE_NUMBER":
      return formatSequence(Number(body.SequenceNumber) - 1);
    case "AFTER_SEQUENCE_NUMBER":
      return formatSequence(Number(body.SequenceNumber));
    default:
      throw validationError(`Unknown ShardIteratorType: ${body.ShardIteratorType}`);
  }
}

function encode(table: string, after: string): string {
  return Buffer.from(JSON.stringify([table, after])).toString("base64url");
}

function decode(iterator: string): [table: string, after: string] {
  return JSON.parse(Buffer.from(iterator, "base64url").toString());
}
