// How a gateway is found and called.

/** The name that a tenant's gateway is registered under. */
export const discoveryName = (tenantId: string): string => `squadhub-${tenantId}`;

/** Finds a gateway's address by its discovery name. Only `functions/gateway` uses it. */
export interface Discovery {
  /** The base URLs (`http://host:port`) of the instances that are registered now; empty when none runs. */
  resolve(discoveryName: string): Promise<string[]>;
}

/** A request to a gateway. Only `functions/gateway/forward` makes it. */
export interface ForwardRequest {
  discoveryName: string;
  /** The gateway token. It is sent only to an address that has proven to know it. */
  gatewayToken: string;
  call:
    | { kind: "health" }
    | {
        kind: "send";
        agentId: string;
        message: string;
        idempotencyKey: string;
        /** Refuses as busy while the agent works or has messages waiting; its end is then not reported as idle. */
        onlyIfFree?: boolean;
      }
    | { kind: "rpc"; method: string; params: Record<string, unknown> }
    /** Ends the chat with this key, and the agent's turn with it. */
    | { kind: "hangUp"; key: string }
    /** A file whose content is null is deleted. */
    | { kind: "files"; agentId: string; files: Record<string, string | null> };
}

export type ForwardResponse =
  | { ok: true; value: unknown }
  /**
   * `unreachable`: no gateway answers, or none has proven to know the token. `busy`: try again later. `refused`: the
   * same call will be refused again. `message` has no text of the gateway's.
   */
  | { ok: false; reason: "unreachable" | "busy" | "refused"; message: string };

/** Never throws for a failure of the gateway: that is in the response. */
export type Forward = (request: ForwardRequest) => Promise<ForwardResponse>;

/** A message to an agent whose answer is streamed. Only `functions/gateway/converse` makes it. */
export interface ChatRequest extends Pick<ForwardRequest, "discoveryName" | "gatewayToken"> {
  agentId: string;
  message: string;
  /** Identifies the chat to `hangUp`. */
  key: string;
}

/** A part of an answer. The last part is `end` or `error`. */
export type ChatPart =
  | { kind: "text"; text: string }
  /** No text at the moment; the connection is alive. */
  | { kind: "alive" }
  | { kind: "end" }
  | {
      kind: "error";
      /** As in `ForwardResponse`. Once the agent has the message, `failed`: its turn failed; `broken`: the stream broke off. */
      reason: "unreachable" | "busy" | "refused" | "failed" | "broken";
    };

/** Never throws for a failure of the gateway. `signal` ends the stream; only `hangUp` ends the agent's turn. */
export type Converse = (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatPart>;
