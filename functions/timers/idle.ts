// A workspace's idle time may be over: it goes to sleep unless something still needs it.
import { as } from "../../core/actor/index.ts";
import * as Idle from "../../core/idle/index.ts";
import type { Tick } from "../../platform/types/schedules.ts";

export async function handler({ tenantId }: Tick<"idle">): Promise<void> {
  await as({ type: "system", tenantId }, Idle.sleepIfIdle);
}
