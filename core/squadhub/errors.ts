// Why a call of a gateway failed. The message is our own and never repeats the gateway's.

export type GatewayReason =
  /** Nothing answers, or not the gateway that was meant. */
  | "unreachable"
  /** A later attempt can succeed. */
  | "busy"
  /** A retry would fail again. */
  | "refused";

export class GatewayError extends Error {
  override name = "GatewayError";
  readonly reason: GatewayReason;

  constructor(reason: GatewayReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
