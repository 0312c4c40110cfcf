// Mail to people.

export interface Mail {
  send(message: { to: string; subject: string; text: string; idempotencyKey: string }): Promise<void>;
}
