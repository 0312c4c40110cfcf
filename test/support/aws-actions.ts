// Which IAM actions an operation of the AWS SDK needs, as far as its name says.

/** A client's file of one operation. */
const COMMAND = /\/@aws-sdk\/client-([\w-]+)\/[^@]*\/commands\/(\w+)Command\.js$/;

/** The service's name in IAM, where it differs from the client's. */
const services: Record<string, string> = {
  apigatewaymanagementapi: "execute-api",
  "cloudwatch-logs": "logs",
  efs: "elasticfilesystem",
  eventbridge: "events",
  "secrets-manager": "secretsmanager",
  sesv2: "ses",
  sfn: "states",
};

/** Operations whose action has another name, or that need several. */
const actions: Record<string, string[]> = {
  "dynamodb:TransactWriteItems": [
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
  ],
  // The libraries hold them; nothing of ours calls them.
  "dynamodb:DescribeEndpoints": [],
  "dynamodb:Scan": [],
  "s3:CreateSession": [],
  "execute-api:PostToConnection": ["execute-api:ManageConnections"],
  "lambda:Invoke": ["lambda:InvokeFunction"],
  "lambda:InvokeWithResponseStream": ["lambda:InvokeFunction"],
  "s3:CompleteMultipartUpload": ["s3:PutObject"],
  "s3:CreateMultipartUpload": ["s3:PutObject"],
  "s3:DeleteObjects": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
  "s3:HeadObject": ["s3:GetObject"],
  "s3:ListObjectVersions": ["s3:ListBucketVersions"],
  "s3:UploadPart": ["s3:PutObject"],
};

/** The actions for the operation whose file this is; none for another file. */
export function actionsOfCommand(path: string): string[] {
  const [, client, operation] = COMMAND.exec(path) ?? [];
  if (!client) return [];
  const action = `${services[client] ?? client}:${operation}`;
  return actions[action] ?? [action];
}
