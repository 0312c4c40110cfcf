// The role of a squadhub's task: it allows this tenant's secret, directory and objects, and nothing else.
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { SquadhubRef } from "../../types/squadhubs.ts";
import { patient, unless } from "../client.ts";
import { once, setting } from "../settings.ts";
import { arnOf, roleName, TENANT_TAG } from "./names.ts";
import { findStorage } from "./storage.ts";

const client = once(() => new IAMClient(patient));
const POLICY = "squadhub";

export async function createRole(ref: SquadhubRef): Promise<string> {
  const RoleName = roleName(ref);
  const command = new CreateRoleCommand({
    RoleName,
    Description: `Squadhub of ${ref.tenantId}`,
    AssumeRolePolicyDocument: JSON.stringify(trust(ref)),
    // Whatever its policies say, it can do no more than the boundary.
    PermissionsBoundary: setting("CLAWE_SQUADHUB_BOUNDARY"),
    Tags: [{ Key: TENANT_TAG, Value: ref.tenantId }],
  });
  const created = await unless(client().send(command), "EntityAlreadyExistsException");
  const { Role } = created ?? (await client().send(new GetRoleCommand({ RoleName })));
  const policy = JSON.stringify(await permissions(ref));
  await client().send(new PutRolePolicyCommand({ RoleName, PolicyName: POLICY, PolicyDocument: policy }));
  return Role!.Arn!;
}

export async function deleteRole(ref: SquadhubRef): Promise<void> {
  const RoleName = roleName(ref);
  const policy = new DeleteRolePolicyCommand({ RoleName, PolicyName: POLICY });
  await unless(client().send(policy), "NoSuchEntityException");
  await unless(client().send(new DeleteRoleCommand({ RoleName })), "NoSuchEntityException");
}

export const roleArn = (ref: SquadhubRef): string =>
  ref.resources.role ?? `arn:aws:iam::${ref.cell.account}:role/${roleName(ref)}`;

const trust = ({ cell }: SquadhubRef) => ({
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

async function permissions(ref: SquadhubRef) {
  const { tenantId, cell } = ref;
  const storage = await findStorage(ref);
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
