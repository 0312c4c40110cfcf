// The event bus.

/** Carries everything that the table says happened, except notifications, to the functions that subscribe. */
export interface Bus {
  /**
   * Publishes the events in order. `id` identifies an event when it is published twice; `detail` must be JSON.
   * Throws an `Error` when the bus does not accept all of them: publish them again then.
   */
  publish(events: { id: string; type: string; detail: Record<string, unknown> }[]): Promise<void>;
}
