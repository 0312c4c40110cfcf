// Doorbells of lanes.
import * as z from "zod";

/** One agent's queue of pending notifications. */
export const laneRef = z.object({ tenantId: z.string(), agentId: z.string() });
export type LaneRef = z.output<typeof laneRef>;

/** A lane's doorbell as a queue carries it. `clearBackoff`: what blocked the lane is over, its back-off is forgotten. */
export const doorbell = laneRef.extend({ clearBackoff: z.boolean().optional() });
export type Doorbell = z.output<typeof doorbell>;

/** The ordering group of a lane's doorbells. The stream's pipe reads it from the notification, where it is stored too. */
export const laneGroup = ({ tenantId, agentId }: LaneRef): string => `${tenantId}:${agentId}`;

/** A doorbell that was given up: its function failed too often. */
export interface DeadLetter {
  id: string;
  lane: LaneRef;
  /** ISO 8601. */
  sentAt: string;
  /** How often it was tried. */
  receives: number;
}

/** Doorbells of lanes: one of a lane is handled at a time, in order; deduplicated by `dedupId`. */
export interface Lanes {
  ring(doorbell: Doorbell, dedupId: string): Promise<void>;
  /** Rings after so many seconds, 15 minutes at most. Until then nothing of the lane is held up. */
  ringLater(lane: LaneRef, seconds: number): Promise<void>;
  /** To be called by a doorbell's handler that is about to fail: the doorbell comes back after so many seconds. */
  retryAfter(receiptHandle: string, seconds: number): Promise<void>;
  /** The doorbells that were given up, oldest first; some of them when there are many. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Rings all of them again. Returns how many, as far as that is known at once. */
  redrive(): Promise<number>;
}
