// A chat may have lost the function that writes its answer: every open chat of the workspace is due.
import type { Tick } from "../../platform/types/schedules.ts";
import { resumeChats } from "../consumers/resume-chats.ts";

export async function handler({ tenantId }: Tick<"chat">): Promise<void> {
  await resumeChats(tenantId);
}
