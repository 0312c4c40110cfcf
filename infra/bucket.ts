// Buckets: private, encrypted, TLS only, with access logs.
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge } from "./permissions.ts";

const LOG_DAYS = 90;

/** The bucket that a stack's access logs go to. */
export function logBucket(scope: Construct): s3.Bucket {
  const bucket = new s3.Bucket(scope, "AccessLogs", {
    ...hardened,
    // CloudFront delivers its log files by ACL.
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(LOG_DAYS) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(bucket, "AwsSolutions-S1", "It holds the access logs of the other buckets.");
  return bucket;
}

export function privateBucket(
  scope: Construct,
  id: string,
  { logs, ...props }: { logs: s3.Bucket } & Pick<s3.BucketProps, "bucketName" | "cors" | "removalPolicy">,
): s3.Bucket {
  return new s3.Bucket(scope, id, {
    ...hardened,
    versioned: true,
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(30) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    ...props,
  });
}

const hardened: s3.BucketProps = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
};
