// The site's hosted zone: created by hand once. Its id is read from a parameter when a stack is deployed.
import * as route53 from "aws-cdk-lib/aws-route53";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import type { Deployment } from "./deployment.ts";

export function hostedZone(scope: Construct, { config }: Deployment): route53.IPublicHostedZone {
  const { stage, domain } = config;
  return route53.PublicHostedZone.fromPublicHostedZoneAttributes(scope, "Zone", {
    hostedZoneId: StringParameter.valueForStringParameter(scope, `/clawe/${stage}/hosted-zone-id`),
    zoneName: domain,
  });
}
