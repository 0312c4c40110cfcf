// The ordering group of a lane: the same from the change stream, the API and a schedule.
import type { LaneRef } from "../types/lanes.ts";

export const groupOf = ({ tenantId, agentId }: LaneRef): string => `${tenantId}:${agentId}`;
