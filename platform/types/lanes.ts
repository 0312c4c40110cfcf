// Doorbells of lanes.

/** One agent's queue of pending notifications. */
export interface LaneRef {
  tenantId: string;
  agentId: string;
}

/** A doorbell that was given up: it failed too often, each time with the drain function itself. */
export interface DeadLetter {
  id: string;
  lane: LaneRef;
  /** ISO 8601. */
  sentAt: string;
  /** How often it was tried. */
  receives: number;
}

/** A lane's doorbell as a queue carries it. */
export interface Doorbell extends LaneRef {
  /** What hindered the lane is over: its back-off is forgotten. */
  clearBackoff?: boolean;
}

/** Doorbells of lanes: one of a lane is handled at a time, in order; deduplicated by `dedupId`. */
export interface Lanes {
  ring(doorbell: Doorbell, dedupId: string): Promise<void>;
  /** Rings after so many seconds, 15 minutes at most. Until then nothing of the lane is held up. */
  ringLater(lane: LaneRef, seconds: number): Promise<void>;
  /** The doorbells that were given up, oldest first; some of them when there are many. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Rings all of them again. Returns how many, as far as that is known at once. */
  redrive(): Promise<number>;
}
