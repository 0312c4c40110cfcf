// The part of `oidc-provider` 9 that we use; the package ships no types.
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Model {
    jti: string;
    save(ttl: number): Promise<string>;
  }

  export interface Grant extends Model {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
  }

  export interface Session extends Model {
    uid: string;
    accountId?: string;
    grantIdFor(clientId: string): string | undefined;
    destroy(): Promise<void>;
  }

  export interface Interaction {
    uid: string;
    prompt: { name: string };
    params: Record<string, string | undefined>;
  }

  /** A stored code, refresh token or access token. */
  export interface Token {
    kind: string;
    clientId?: string;
    grantId?: string;
    sessionUid?: string;
  }

  export interface Context {
    type: string;
    status: number;
    body: unknown;
    req: IncomingMessage;
    get(header: string): string;
    set(headers: Record<string, string>): void;
    redirect(url: string): void;
    cookies: { set(name: string, value: null, options: Record<string, unknown>): void };
    oidc: {
      provider: Provider;
      client?: { clientId: string };
      account?: { accountId: string };
      session: Session;
      params: Record<string, string | undefined>;
      entities: {
        IdTokenHint?: { payload: { sub?: string } };
        RotatedRefreshToken?: { remainingTTL: number };
      };
      result?: Record<string, unknown>;
    };
  }

  interface ModelClass<T> {
    find(id: string): Promise<T | undefined>;
    revokeByGrantId?(grantId: string): Promise<void>;
    adapter: { destroy(id: string): Promise<void> };
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly issuer: string;
    Grant: ModelClass<Grant> & (new (input: { accountId: string; clientId: string }) => Grant);
    Session: ModelClass<Session> & { findByUid(uid: string): Promise<Session | undefined> };
    RefreshToken: ModelClass<Token>;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    cookieName(type: "session" | "interaction" | "resume"): string;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
    ): Promise<string>;
    on(event: "server_error", listener: (context: Context, error: Error) => void): void;
  }

  export const errors: { SessionNotFound: new (message?: string) => Error };

  interface Prompt {
    checks: { remove(reason: string): void };
  }
  export const interactionPolicy: {
    base(): { get(name: "consent"): Prompt };
  };
}
