// Tenants' files. Pages and agents send and fetch them directly, by forms and links that the API signs.
import { type RemovalPolicy, Stack } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { logBucket, privateBucket } from "./bucket.ts";
import type { Deployment } from "./deployment.ts";

/** Known before the bucket exists: bucket names are unique in the world by the account's id. */
export const objectBucketName = (scope: Construct, { names }: Deployment): string =>
  `${names.objects}${Stack.of(scope).account}`;

export function createObjectBucket(
  scope: Construct,
  deployment: Deployment,
  removalPolicy: RemovalPolicy,
): s3.Bucket {
  const { config } = deployment;
  const bucketName = objectBucketName(scope, deployment);
  provideObjects(deployment, bucketName, `arn:${Stack.of(scope).partition}:s3:::${bucketName}`);
  return privateBucket(scope, "Objects", {
    bucketName,
    logs: logBucket(scope),
    cors: [
      {
        allowedOrigins: [`https://${config.domain}`, `https://*.${config.domain}`],
        allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.POST],
        allowedHeaders: ["*"],
        maxAge: 3600,
      },
    ],
    removalPolicy,
  });
}

function provideObjects(deployment: Deployment, bucketName: string, bucketArn: string): void {
  const wildcard = "Files are made while we run; the bucket holds nothing else.";
  deployment.provide("objects", {
    environment: { CLAWE_OBJECTS_BUCKET: bucketName },
    permissions: [
      {
        actions: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
        resources: [`${bucketArn}/*`],
        wildcard,
      },
      // Without it S3 does not say that a file is missing, only that access is denied.
      { actions: ["s3:ListBucket"], resources: [bucketArn] },
    ],
  });
  deployment.provide("objects:archive", {
    permissions: [
      {
        actions: ["s3:AbortMultipartUpload"],
        resources: [`${bucketArn}/t/*/backups/*`],
        wildcard: "Backups are made while we run.",
      },
    ],
  });
  deployment.provide("objects:erase", {
    permissions: [
      { actions: ["s3:ListBucketVersions"], resources: [bucketArn] },
      { actions: ["s3:DeleteObjectVersion"], resources: [`${bucketArn}/*`], wildcard },
    ],
  });
}
