// Mail to people.

export interface Mail {
  /**
   * Sends a plain-text e-mail. Two messages with the same `idempotencyKey` are the same message; where the mail service
   * cannot deduplicate (SES), the key is a tag by which a duplicate is recognised. Throws when it is not accepted.
   */
  send(message: { to: string; subject: string; text: string; idempotencyKey: string }): Promise<void>;
}
