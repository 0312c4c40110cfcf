// Gives a role permissions, and acknowledges each wildcard in them with its reason.
import { Stack, Validations } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type { IConstruct } from "constructs";
import type { Permission } from "./deployment.ts";

export function allow(role: iam.Role, permissions: Permission[]): void {
  for (const { wildcard, ...statement } of permissions) {
    role.addToPolicy(new iam.PolicyStatement(statement));
    for (const resource of statement.resources.filter((each) => each.includes("*"))) {
      if (!wildcard) throw new Error(`No reason is given for the wildcard in ${resource}.`);
      acknowledgeWildcard(role, resource, wildcard);
    }
  }
}

/** Records why a policy of `construct` has this resource. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  const found = flat(Stack.of(construct).resolve(resource));
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${found}]`, reason);
}

/** Records why a rule of cdk-nag does not hold here. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/** A resolved ARN as cdk-nag writes it in a finding's id. */
function flat(value: unknown): string {
  if (typeof value === "string") return value;
  const [[intrinsic, argument] = []] = Object.entries(value as Record<string, unknown>);
  if (intrinsic === "Fn::Join") {
    const [delimiter, items] = argument as [string, unknown[]];
    return items.map(flat).join(delimiter);
  }
  if (intrinsic === "Fn::GetAtt") return `<${(argument as string[]).join(".")}>`;
  if (intrinsic === "Fn::ImportValue") return String(argument);
  if (intrinsic === "Ref") return `<${argument}>`;
  return JSON.stringify(value);
}
