// Whose tokens the API accepts.

/** The identity provider: the embedded OIDC provider on a laptop, Cognito in the cloud. */
export interface IdentitySettings {
  /** The exact `iss` of its tokens. */
  issuer: string;
  /** Access tokens must have one of these as `client_id` (Cognito) or `aud` (RFC 9068). */
  audiences: string[];
  /** Where its public keys are. */
  jwksUri: string;
  /** Where the e-mail address and name of a token's user are. */
  userinfoUri: string;
}
