// The event bus.

/** The event bus: everything that the table says happened, but for notifications. */
export interface Bus {
  publish(events: { id: string; type: string; detail: Record<string, unknown> }[]): Promise<void>;
}
