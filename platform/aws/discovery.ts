// Addresses of gateways: Cloud Map, asked by its API, so that no answer is older than the question.
import { DiscoverInstancesCommand, ServiceDiscoveryClient } from "@aws-sdk/client-servicediscovery";
import type { Discovery } from "../types/gateway.ts";
import { quick, unless } from "./client.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new ServiceDiscoveryClient(quick));

export const discovery: Discovery = {
  async resolve(discoveryName) {
    const command = new DiscoverInstancesCommand({
      NamespaceName: setting("CLAWE_NAMESPACE_NAME"),
      ServiceName: discoveryName,
      // Whether it is the gateway, and well, is for the proof and the call to show.
      HealthStatus: "ALL",
    });
    const found = await unless(client().send(command), "ServiceNotFound", "NamespaceNotFound");
    const port = setting("CLAWE_GATEWAY_PORT");
    return (found?.Instances ?? []).flatMap(({ Attributes }) => {
      const address = Attributes?.AWS_INSTANCE_IPV4;
      return address ? [`http://${address}:${port}`] : [];
    });
  },
};
