// The network: gateways in public subnets that let nobody in but the forwarder, and no NAT.
import { Fn, Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { endpoints } from "../../functions/subscriptions.ts";
import type { Deployment } from "../deployment.ts";
import { arn, createFunction } from "../function.ts";
import { GATEWAY_PORT } from "../names.ts";

interface Groups {
  squadhubs: ec2.SecurityGroup;
  forwarder: ec2.SecurityGroup;
  /** Of the endpoint of Cloud Map. */
  endpoint: ec2.SecurityGroup;
}

export class GatewayStack extends Stack {
  readonly vpc: ec2.Vpc;
  /** Of squadhubs' tasks. */
  readonly squadhubs: ec2.SecurityGroup;
  readonly isolated: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

  /** Those that the account has when it is deployed to: asking now would need credentials. */
  override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, { env: { region: deployment.config.region } });
    this.vpc = this.#network(deployment);
    const groups = this.#groups();
    this.squadhubs = groups.squadhubs;
    this.#vpcEndpoints(groups);
    this.#provideDiscovery(deployment);
    this.#forwarders(deployment, groups);
  }

  #network({ config }: Deployment): ec2.Vpc {
    return new ec2.Vpc(this, "Vpc", {
      ipAddresses: ec2.IpAddresses.cidr("10.0.0.0/16"),
      natGateways: 0,
      subnetConfiguration: [
        // A squadhub takes an address; a /18 holds 16,000 of them.
        { name: "squadhubs", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 18, mapPublicIpOnLaunch: false },
        { name: "control", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      flowLogs: {
        rejected: {
          destination: ec2.FlowLogDestination.toCloudWatchLogs(
            new logs.LogGroup(this, "FlowLog", { retention: config.logDays }),
          ),
          trafficType: ec2.FlowLogTrafficType.REJECT,
        },
      },
    });
  }

  #groups(): Groups {
    const group = (name: string, description: string) =>
      new ec2.SecurityGroup(this, name, { vpc: this.vpc, description, allowAllOutbound: false });
    const squadhubs = group("Squadhubs", "Squadhubs: out to the internet, in from the forwarder only");
    const forwarder = group("Forwarder", "The forwarder: out to squadhubs and Cloud Map only");
    const endpoint = group("Endpoint", "Endpoint of Cloud Map: in from the forwarder only");
    squadhubs.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "Models, channels and our API");
    forwarder.addEgressRule(squadhubs, ec2.Port.tcp(GATEWAY_PORT), "Calls to gateways");
    squadhubs.addIngressRule(forwarder, ec2.Port.tcp(GATEWAY_PORT), "Calls from the forwarder");
    forwarder.addEgressRule(endpoint, ec2.Port.tcp(443), "Addresses of gateways");
    endpoint.addIngressRule(forwarder, ec2.Port.tcp(443), "Addresses of gateways");
    return { squadhubs, forwarder, endpoint };
  }

  #vpcEndpoints({ endpoint }: Groups): void {
    this.vpc.addInterfaceEndpoint("CloudMap", {
      service: ec2.InterfaceVpcEndpointAwsService.CLOUD_MAP_DATA_SERVICE_DISCOVERY,
      subnets: this.isolated,
      securityGroups: [endpoint],
      open: false,
    });
    // Free. The functions that erase, back up and restore are in the VPC, too, and need the table and the tenants' files.
    const { DYNAMODB, S3 } = ec2.GatewayVpcEndpointAwsService;
    for (const [name, service] of Object.entries({ Table: DYNAMODB, Objects: S3 }))
      this.vpc.addGatewayEndpoint(name, { service, subnets: [this.isolated] });
  }

  #provideDiscovery(deployment: Deployment): void {
    const { namespace } = deployment.names;
    deployment.provide("discovery", {
      environment: { CLAWE_NAMESPACE_NAME: namespace, CLAWE_GATEWAY_PORT: String(GATEWAY_PORT) },
      permissions: [
        {
          actions: ["servicediscovery:DiscoverInstances"],
          resources: ["*"],
          conditions: { StringEquals: { "servicediscovery:NamespaceName": namespace } },
          wildcard: "DiscoverInstances knows no resources; the condition limits it to our namespace.",
        },
      ],
    });
  }

  #forwarders(deployment: Deployment, { forwarder }: Groups): void {
    const { names } = deployment;
    const inside = { vpc: this.vpc, vpcSubnets: this.isolated, securityGroups: [forwarder] };
    createFunction(this, "Forward", deployment, {
      entry: endpoints.forward,
      name: names.forwarder,
      // A proof and a call, with their own limits, and a cold start.
      timeoutSeconds: 60,
      ...inside,
    });
    createFunction(this, "Converse", deployment, {
      entry: endpoints.converse,
      name: names.chatForwarder,
      // As long as an agent may need for an answer.
      timeoutSeconds: 900,
      ...inside,
    });
    const calling = (name: string) => [
      { actions: ["lambda:InvokeFunction"], resources: [arn(this, "lambda", `function:${name}`)] },
    ];
    deployment.provide("forward", {
      environment: { CLAWE_FORWARDER: names.forwarder },
      permissions: calling(names.forwarder),
    });
    // Invoking a function whose answer is streamed is the same action.
    deployment.provide("converse", {
      environment: { CLAWE_CHAT_FORWARDER: names.chatForwarder },
      permissions: calling(names.chatForwarder),
    });
  }
}
