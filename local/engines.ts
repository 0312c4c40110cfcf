// The engines that stand for AWS's services on the laptop, all on one store. None of them is started here.
import { join } from "node:path";
import type { ModelProvider } from "../squadhub/config.ts";
import { createIdentity } from "./identity/index.ts";
import { createOfflineModel } from "./model/server.ts";
import { createObjects } from "./objects.ts";
import { createOutbox } from "./outbox.ts";
import { startedAhead } from "./runtime.ts";
import { createSecrets } from "./secrets.ts";
import type { LocalServer } from "./server.ts";
import type { GatewayRuntime } from "./squadhub/gateway-command.ts";
import { createLocalSquadhubs } from "./squadhub/squadhubs.ts";
import type { Store } from "./store.ts";

export interface EngineOptions {
  /** Holds all state. */
  directory: string;
  /** What runs as a squadhub; may install it first. */
  runtime: () => Promise<GatewayRuntime>;
  /** What that is called: squadhubs that run another are told that there is a newer version. */
  image?: () => string;
  /** Absent: agents talk to the offline model. */
  model?: ModelProvider;
  /** The bundled CLI. */
  cli: string;
  /** How many gateways are started ahead, for workspaces to come; 0 unless said. */
  warmPool?: number;
  /** How often gateways report that they live; a stub or plugin knows its own time when absent. */
  livenessSeconds?: number;
}

export const DEMO_USER = { email: "demo@example.com", name: "Demo" };

export async function createEngines(options: EngineOptions, store: Store, { url, port }: LocalServer) {
  const { directory } = options;
  const outbox = createOutbox(store);
  const secrets = createSecrets(store);
  return {
    outbox,
    secrets,
    identity: await createIdentity({
      issuer: `${url}/oidc`,
      store,
      mail: outbox,
      webOrigin: url,
      demoUser: DEMO_USER,
    }),
    objects: await createObjects({ store, directory: join(directory, "objects"), url }),
    model: createOfflineModel(),
    squadhubs: createLocalSquadhubs({
      store,
      secrets,
      directory: join(directory, "squadhubs"),
      runtime: options.runtime,
      image: options.image,
      model: options.model ?? { kind: "offline", baseUrl: `http://127.0.0.1:${port}/model/v1` },
      cliBundle: options.cli,
      livenessSeconds: options.livenessSeconds,
      restart: true,
      warm: startedAhead(options.warmPool ?? 0),
    }),
  };
}
