// The role of a squadhub's task: it allows this tenant's secret, directory and objects, and nothing else.
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { SquadhubSpec } from "../../types/squadhubs.ts";
import { patient, unless } from "../client.ts";
import { once, setting } from "../settings.ts";
import { arnOf, roleName, TENANT_TAG } from "./names.ts";
import { findStorage } from "./storage.ts";

const client = once(() => new IAMClient(patient));
const POLICY = "squadhub";

export async function createRole(spec: SquadhubSpec): Promise<string> {
  const RoleName = roleName(spec);
  const command = new CreateRoleCommand({
    RoleName,
    Description: `Squadhub of ${spec.tenantId}`,
    AssumeRolePolicyDocument: JSON.stringify(trust(spec)),
    // Whatever its policies say, it can do no more than the boundary allows.
    PermissionsBoundary: setting("CLAWE_SQUADHUB_BOUNDARY"),
    Tags: [{ Key: TENANT_TAG, Value: spec.tenantId }],
  });
  const created = await unless(client().send(command), "EntityAlreadyExistsException");
  const { Role } = created ?? (await client().send(new GetRoleCommand({ RoleName })));
  const policy = JSON.stringify(await permissions(spec));
  await client().send(new PutRolePolicyCommand({ RoleName, PolicyName: POLICY, PolicyDocument: policy }));
  return Role!.Arn!;
}

export async function deleteRole(spec: SquadhubSpec): Promise<void> {
  const RoleName = roleName(spec);
  const policy = new DeleteRolePolicyCommand({ RoleName, PolicyName: POLICY });
  await unless(client().send(policy), "NoSuchEntityException");
  await unless(client().send(new DeleteRoleCommand({ RoleName })), "NoSuchEntityException");
}

export const roleArn = (spec: SquadhubSpec): string =>
  spec.resources.role ?? `arn:aws:iam::${spec.cell.account}:role/${roleName(spec)}`;

const trust = ({ cell }: SquadhubSpec) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "ecs-tasks.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": cell.account },
        ArnLike: { "aws:SourceArn": arnOf(cell, "ecs", "*") },
      },
    },
  ],
});

async function permissions(spec: SquadhubSpec) {
  const { tenantId, cell } = spec;
  const storage = await findStorage(spec);
  if (!storage) throw new Error("The squadhub's storage is missing.");
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OwnDirectory",
        Effect: "Allow",
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Resource: arnOf(cell, "elasticfilesystem", `file-system/${cell.fileSystem}`),
        Condition: {
          StringEquals: {
            "elasticfilesystem:AccessPointArn": arnOf(cell, "elasticfilesystem", `access-point/${storage}`),
          },
        },
      },
      {
        Sid: "OwnSecret",
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        // Secrets Manager adds a hyphen and six characters to the name.
        Resource: arnOf(cell, "secretsmanager", `secret:${setting("CLAWE_SECRET_PREFIX")}${tenantId}-??????`),
      },
      {
        Sid: "OwnObjects",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        Resource: `arn:aws:s3:::${setting("CLAWE_OBJECTS_BUCKET")}/t/${tenantId}/documents/*`,
      },
    ],
  };
}
