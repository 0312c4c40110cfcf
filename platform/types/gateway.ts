// How a gateway is found and called.

/** The name that a tenant's gateway is registered under. */
export const discoveryName = (tenantId: string): string => `squadhub-${tenantId}`;

/** Finds a squadhub's address by its discovery name. Only `functions/gateway/forward` uses it. */
export interface Discovery {
  /** Base URLs (`http://host:port`) of the instances registered now; empty when it is not running. */
  resolve(discoveryName: string): Promise<string[]>;
}

/** A request to a gateway, made by `functions/gateway/forward` and nobody else. */
export interface ForwardRequest {
  discoveryName: string;
  /** The gateway token: shown only to an address that has proven to know it. */
  gatewayToken: string;
  call:
    | { kind: "health" }
    | {
        kind: "send";
        agentId: string;
        message: string;
        idempotencyKey: string;
        /** An agent that works, or has something waiting, is left alone; nor is told of when it is free again. */
        onlyIfFree?: boolean;
      }
    | { kind: "rpc"; method: string; params: Record<string, unknown> }
    /** Ends the chat that was begun with this key, and the agent's turn with it. */
    | { kind: "hangUp"; key: string }
    /** A file whose content is null is deleted. */
    | { kind: "files"; agentId: string; files: Record<string, string | null> };
}

export type ForwardResponse =
  | { ok: true; value: unknown }
  /** `unreachable`: nobody there, or not proven; `busy`: try later; `refused`: will not work when repeated. */
  | { ok: false; reason: "unreachable" | "busy" | "refused"; message: string };

export type Forward = (request: ForwardRequest) => Promise<ForwardResponse>;

/** A message to an agent whose answer is streamed, made by `functions/gateway/chat` and nobody else. */
export interface ChatRequest extends Pick<ForwardRequest, "discoveryName" | "gatewayToken"> {
  agentId: string;
  message: string;
  /** What `hangUp` calls it. */
  key: string;
}

/** A piece of an answer. The last one is `end` or `error`. */
export type ChatPart =
  | { kind: "text"; text: string }
  /** Nothing is said at the moment; the connection stands. */
  | { kind: "alive" }
  | { kind: "end" }
  | {
      kind: "error";
      /** As in `ForwardResponse`; once the agent has the message: `failed`, its turn did; `broken`, the stream did. */
      reason: "unreachable" | "busy" | "refused" | "failed" | "broken";
    };

/** Never throws for a gateway. `signal` ends the stream; the agent's turn is ended by `hangUp`. */
export type Converse = (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatPart>;
