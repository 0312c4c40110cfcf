// Sign-in: the Cognito user pool and its clients. And the mail that people get from us.
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import * as route53 from "aws-cdk-lib/aws-route53";
import * as ses from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import { hostedZone } from "../hosted-zone.ts";
import { acknowledge } from "../permissions.ts";

/** Cognito compares ports, and accepts loopback as `localhost` only. The CLI listens on the first port that is free. */
const cliRedirects = [47615, 47616, 47617].map((port) => `http://localhost:${port}/callback`);

export class IdentityStack extends Stack {
  readonly issuer: string;
  readonly clientId: string;
  readonly cliClientId: string;
  /** Where people sign in. */
  readonly domainUrl: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    const { config, names } = deployment;
    super(scope, id, { env: { region: config.region }, terminationProtection: config.keepsData });
    const pool = this.#pool(deployment);
    const site = `https://${config.domain}`;
    const web = this.#client(pool, "Web", {
      callbackUrls: [`${site}/callback`],
      logoutUrls: [`${site}/`],
    });
    const cli = this.#client(pool, "Cli", { callbackUrls: cliRedirects });
    const domain = pool.addDomain("Domain", { cognitoDomain: { domainPrefix: names.prefix } });

    this.issuer = `https://cognito-idp.${this.region}.amazonaws.com/${pool.userPoolId}`;
    this.clientId = web.userPoolClientId;
    this.cliClientId = cli.userPoolClientId;
    this.domainUrl = domain.baseUrl();
    deployment.provide("identity", {
      environment: {
        CLAWE_ISSUER: this.issuer,
        CLAWE_CLIENT_IDS: `${this.clientId},${this.cliClientId}`,
        CLAWE_USERINFO_URL: `${this.domainUrl}/oauth2/userInfo`,
      },
    });
    this.#mail(deployment);
  }

  #pool(deployment: Deployment): cognito.UserPool {
    const { config, names } = deployment;
    const pool = new cognito.UserPool(this, "Pool", {
      userPoolName: names.prefix,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // A new address counts only once it is verified.
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(
      pool,
      "AwsSolutions-COG2",
      "People choose whether to use a second factor; the service holds no payment data.",
    );
    acknowledge(
      pool,
      "AwsSolutions-COG8",
      "The Plus plan's threat protection is bought when sign-ups justify its price a user.",
    );
    return pool;
  }

  /** A public client: code + PKCE, no secret. */
  #client(
    pool: cognito.UserPool,
    id: string,
    redirects: Pick<cognito.OAuthSettings, "callbackUrls" | "logoutUrls">,
  ): cognito.UserPoolClient {
    return pool.addClient(id, {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
        ...redirects,
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      // It puts origin_jti into access tokens, which names our session.
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(30),
    });
  }

  #mail(deployment: Deployment): void {
    const { domain } = deployment.config;
    const zone = hostedZone(this, deployment);
    const sender = new ses.EmailIdentity(this, "Mail", { identity: ses.Identity.publicHostedZone(zone) });
    new route53.TxtRecord(this, "Dmarc", {
      zone,
      recordName: `_dmarc.${domain}`,
      values: ["v=DMARC1; p=reject; adkim=s"],
    });
    deployment.provide("mail", {
      environment: { CLAWE_MAIL_FROM: `Clawe <no-reply@${domain}>` },
      permissions: [{ actions: ["ses:SendEmail"], resources: [sender.emailIdentityArn] }],
    });
  }
}
