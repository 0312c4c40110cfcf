// No gateway is started ahead on Fargate: a task's mount and role are fixed when it starts (docs/decisions/0014).
import type { WarmPool } from "../types/squadhubs.ts";

export const pool: WarmPool = {
  claim: async () => undefined,
  release: async () => undefined,
};
