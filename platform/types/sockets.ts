// WebSockets of open pages.

/** WebSockets of open pages. They carry hints to fetch again, and agents' answers while they are streamed. */
export interface Sockets {
  /** Sends `data` as JSON. False when the connection has gone. */
  send(connectionId: string, data: Record<string, unknown>): Promise<boolean>;
}
