// A workspace's idle time may be over: it goes to sleep if nothing needs it.
import { as } from "../../core/actor/index.ts";
import * as Idle from "../../core/idle/index.ts";

export async function handler({ tenantId }: { tenantId: string }): Promise<void> {
  await as({ type: "system", tenantId }, Idle.sleepIfIdle);
}
