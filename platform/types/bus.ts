// The event bus.

/** The event bus: takes every event but the doorbells of lanes. */
export interface Bus {
  publish(events: { id: string; type: string; detail: Record<string, unknown> }[]): Promise<void>;
}
