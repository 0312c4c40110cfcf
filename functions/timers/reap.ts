// Once a day: finishes what nothing else would finish.
import { Logger } from "@aws-lambda-powertools/logger";
import { as } from "../../core/actor/index.ts";
import type { ReapResult } from "../../core/reaper/index.ts";
import * as Reaper from "../../core/reaper/index.ts";

const logger = new Logger({ serviceName: "provisioning" });

export async function handler(): Promise<ReapResult> {
  const counts = await as({ type: "system" }, () =>
    Reaper.reap((what, error) => logger.error("could not be reaped", { what, error: error as Error })),
  );
  logger.info("reaped", { ...counts });
  return counts;
}
