// The site: the single-page app from a bucket, the APIs beside it under the same origin.
import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import * as origins from "aws-cdk-lib/aws-cloudfront-origins";
import * as route53 from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import type * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { logBucket, privateBucket } from "../bucket.ts";
import type { Deployment } from "../deployment.ts";
import { hostedZone } from "../hosted-zone.ts";
import { ADDRESS_HEADER } from "../names.ts";
import { acknowledge } from "../permissions.ts";
import { addressFunction, siteFunction } from "../site-function.ts";
import type { ApiStack } from "./api.ts";
import type { IdentityStack } from "./identity.ts";

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, deployment: Deployment, api: ApiStack, identity: IdentityStack) {
    const { config } = deployment;
    super(scope, id, { env: { region: config.region } });
    const zone = hostedZone(this, deployment);
    const logs = logBucket(this);
    const bucket = privateBucket(this, "App", { logs, removalPolicy: RemovalPolicy.DESTROY });
    // A workspace's own address is one label below the site's.
    const domainNames = [config.domain, `*.${config.domain}`];
    const distribution = new cloudfront.Distribution(this, "Site", {
      comment: config.domain,
      domainNames,
      certificate: new acm.Certificate(this, "Certificate", {
        domainName: config.domain,
        subjectAlternativeNames: domainNames.slice(1),
        validation: acm.CertificateValidation.fromDns(zone),
      }),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      logBucket: logs,
      logFilePrefix: "site/",
      logIncludesCookies: false,
      defaultRootObject: "index.html",
      ...this.#behaviors(deployment, bucket, api, identity),
    });
    this.#acknowledge(distribution);
    this.#records(config.domain, zone, distribution);
    new CfnOutput(this, "AppBucket", { value: bucket.bucketName });
    new CfnOutput(this, "DistributionId", { value: distribution.distributionId });
  }

  /** The pages from the bucket; what is below the APIs' paths from the APIs. */
  #behaviors(
    deployment: Deployment,
    bucket: s3.Bucket,
    api: ApiStack,
    identity: IdentityStack,
  ): Pick<cloudfront.DistributionProps, "defaultBehavior" | "additionalBehaviors"> {
    const responseHeadersPolicy = this.#headers(deployment, identity);
    const settings = this.toJsonString({
      identity: {
        authority: identity.issuer,
        clientId: identity.clientId,
        cliClientId: identity.cliClientId,
      },
    });
    const address = this.#before("Address", addressFunction(ADDRESS_HEADER));
    const toApi = (apiId: string): cloudfront.BehaviorOptions => ({
      origin: new origins.HttpOrigin(`${apiId}.execute-api.${this.region}.amazonaws.com`, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(30),
      }),
      responseHeadersPolicy,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: address,
    });
    return {
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(bucket),
        responseHeadersPolicy,
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        compress: true,
        functionAssociations: this.#before("Pages", siteFunction(settings)),
      },
      // The stages are named `api` and `ws`: a path is the same on the site and on the API.
      additionalBehaviors: {
        "/api/*": toApi(api.http.apiId),
        "/ws": toApi(api.sockets.apiId),
      },
    };
  }

  /** Runs `code` on each request before anything else sees it. */
  #before(name: string, code: string): cloudfront.FunctionAssociation[] {
    return [
      {
        eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
        function: new cloudfront.Function(this, name, {
          runtime: cloudfront.FunctionRuntime.JS_2_0,
          code: cloudfront.FunctionCode.fromInline(code),
        }),
      },
    ];
  }

  #acknowledge(distribution: cloudfront.Distribution): void {
    acknowledge(distribution, "AwsSolutions-CFR1", "The service is offered everywhere.");
    acknowledge(
      distribution,
      "AwsSolutions-CFR2",
      "API Gateway throttles, and functions limit each caller; a web ACL is added when it has rules to hold.",
    );
  }

  #records(domain: string, zone: route53.IPublicHostedZone, distribution: cloudfront.Distribution): void {
    const target = route53.RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    for (const [label, recordName] of [
      ["Site", domain],
      ["Workspaces", `*.${domain}`],
    ] as const) {
      new route53.ARecord(this, `${label}A`, { zone, recordName, target });
      new route53.AaaaRecord(this, `${label}Aaaa`, { zone, recordName, target });
    }
  }

  #headers({ names }: Deployment, { issuer, domainUrl }: IdentityStack): cloudfront.ResponseHeadersPolicy {
    const issuerOrigin = issuer.slice(0, issuer.indexOf("/", "https://".length));
    const files = `https://${names.objects}${this.account}.s3.${this.region}.amazonaws.com`;
    return new cloudfront.ResponseHeadersPolicy(this, "Headers", {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          override: false,
          contentSecurityPolicy: [
            "default-src 'self'",
            "script-src 'self'",
            // Radix positions its popovers by style attributes.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob: https:",
            "font-src 'self' data:",
            `connect-src 'self' ${issuerOrigin} ${domainUrl} ${files}`,
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
          ].join("; "),
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: "cross-origin-opener-policy", value: "same-origin", override: true }],
      },
    });
  }
}
