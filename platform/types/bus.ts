// The event bus.

/** The event bus: takes every event but the doorbells of lanes. */
export interface Bus {
  /**
   * Publishes the events in order. `id` identifies an event when it is published twice; `detail` must be JSON.
   * Throws an `Error` when the bus does not accept all of them: publish them again then.
   */
  publish(events: { id: string; type: string; detail: Record<string, unknown> }[]): Promise<void>;
}
