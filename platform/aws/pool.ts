// On Fargate no gateway is started ahead: a task's mount and role are fixed when it starts (docs/decisions/0013).
import type { WarmPool } from "../types/squadhubs.ts";

export const pool: WarmPool = {
  claim: async () => undefined,
  release: async () => undefined,
};
