// Why a gateway did not do what it was asked. The message is ours alone: it never repeats what the gateway said.

export type GatewayReason =
  /** Nobody answers there, or not the gateway we mean. */
  | "unreachable"
  /** It will work later. */
  | "busy"
  /** It will not work when repeated. */
  | "refused";

export class GatewayError extends Error {
  override name = "GatewayError";
  readonly reason: GatewayReason;

  constructor(reason: GatewayReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
