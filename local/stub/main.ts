// The entry of the stub gateway: reads its settings, listens, reports, and stops at once on a signal.
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { type ConfigFile, openConfig } from "./config-file.ts";
import { killRunningCommands } from "./exec.ts";
import { createGateway, createGatewayServer } from "./gateway.ts";
import { createReports, type Reporter } from "./reports.ts";

// EX_CONFIG: a real gateway exits with it when its config is missing or invalid.
const badConfig = 78;

const log = (line: string) => console.log(`${new Date().toISOString()} [gateway] ${line}`);
const closing = new AbortController();

function start(): void {
  const path = process.env.OPENCLAW_CONFIG_PATH;
  if (!path) throw new Error("OPENCLAW_CONFIG_PATH is not set");
  const stateDirectory = process.env.OPENCLAW_STATE_DIR ?? dirname(path);
  const config = openConfig(path, stateDirectory);
  const newReports = () => {
    const reporter = readReporter(config);
    return reporter && createReports(reporter, () => gateway.queue.isBusy(), closing.signal);
  };
  let reports = newReports();
  const gateway = createGateway({
    config,
    stateDirectory,
    closing: closing.signal,
    log,
    listener: {
      room: (agentId) => reports?.room(agentId),
      turnBegan: () => reports?.turnBegan(),
      turnEnded: () => reports?.turnEnded(),
    },
    onAdopted() {
      reports = newReports();
      void reports?.run();
    },
  });
  const server = createGatewayServer(gateway);
  const { host, port } = config.settings();
  server.on("error", (error) => {
    log(`cannot listen: ${error.message}`);
    process.exit(1);
  });
  server.listen(port, host, () => {
    log(`listening on http://${host}:${(server.address() as AddressInfo).port}`);
    void reports?.run();
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      log(`stopping: ${signal}`);
      server.close();
      closing.abort();
      killRunningCommands();
      process.exit(0);
    });
  }
}

/** Where to report; undefined when the environment names no control plane, and nothing is reported. */
function readReporter(config: ConfigFile): Reporter | undefined {
  const { CLAWE_URL, SQUADHUB_TOKEN, CLAWE_LIVENESS_SECONDS } = process.env;
  if (!CLAWE_URL && !SQUADHUB_TOKEN) return undefined;
  if (!CLAWE_URL || !URL.canParse(CLAWE_URL)) throw new Error("CLAWE_URL must be a URL");
  if (!/^sqh\.[A-Za-z0-9_-]+\.[^.\s]+$/.test(SQUADHUB_TOKEN ?? ""))
    throw new Error("SQUADHUB_TOKEN is malformed");
  const livenessSeconds = Number(CLAWE_LIVENESS_SECONDS || 300);
  if (!(livenessSeconds > 0)) throw new Error("CLAWE_LIVENESS_SECONDS must be a positive number");
  return {
    claweUrl: CLAWE_URL.replace(/\/$/, ""),
    squadhubToken: SQUADHUB_TOKEN!,
    bootId: randomUUID(),
    livenessSeconds,
    agents: () => [...config.settings().agents.keys()],
    log,
  };
}

try {
  start();
} catch (error) {
  // A JSON parser's message quotes the text, which may contain a token: it is not logged.
  log(error instanceof SyntaxError ? "the config is not JSON" : `cannot start: ${(error as Error).message}`);
  process.exit(badConfig);
}
