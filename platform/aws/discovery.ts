// Addresses of gateways: Cloud Map, through its API instead of DNS, so that no answer is stale.
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
      // Whether it is the right gateway, and healthy, is shown by its proof and by the call.
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
