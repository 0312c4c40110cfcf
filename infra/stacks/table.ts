// The one table.
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import { tableActions } from "../shared.ts";

const string = dynamodb.AttributeType.STRING;

export class TableStack extends Stack {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region }, terminationProtection: config.keepsData });
    this.table = new dynamodb.Table(this, "Table", {
      tableName: names.table,
      partitionKey: { name: "pk", type: string },
      sortKey: { name: "sk", type: string },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: "ttl",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: "gsi1",
      partitionKey: { name: "gsi1pk", type: string },
      sortKey: { name: "gsi1sk", type: string },
    });

    const { tableArn } = this.table;
    deployment.provide("table", {
      environment: { CLAWE_TABLE: names.table },
      permissions: [
        {
          actions: tableActions,
          resources: [tableArn, `${tableArn}/index/gsi1`],
        },
      ],
    });
  }
}
