// Whose tokens we accept.

/** Whose tokens we accept. Local: the embedded OIDC provider; deployed: Cognito. */
export interface IdentitySettings {
  /** Exactly the `iss` of the tokens. */
  issuer: string;
  /** `client_id` (Cognito) or `aud` (RFC 9068) of the web app's and the CLI's access tokens: one of these. */
  audiences: string[];
  jwksUri: string;
  userinfoUri: string;
}
