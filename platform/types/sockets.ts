// WebSockets of open pages.

/** WebSockets of open pages. They carry hints, and answers of agents while they are being said. */
export interface Sockets {
  /** False when the connection is gone. */
  send(connectionId: string, data: Record<string, unknown>): Promise<boolean>;
}
