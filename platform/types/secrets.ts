// A squadhub's secrets.

/** A squadhub's secrets: plain only here and in the gateway. */
export interface TenantSecrets {
  gatewayToken: string;
  squadhubToken: string;
  /** For the gateway's hooks endpoint: another value than the gateway token (an advisory's rule). */
  hooksToken: string;
}

export interface Secrets {
  /** Keeps the first value when called twice; returns the secret's id. */
  create(tenantId: string, value: TenantSecrets): Promise<string>;
  /** `fresh`: not as it was up to a minute ago. */
  read(tenantId: string, options?: { fresh?: boolean }): Promise<TenantSecrets | undefined>;
  /** Replaces the value by another. What was before is kept for `goBack`; the same `change` twice is one. */
  replace(tenantId: string, change: string, value: TenantSecrets): Promise<void>;
  /** Puts back what was before `change`, if that was the last one and has taken effect. */
  goBack(tenantId: string, change: string): Promise<void>;
  delete(tenantId: string): Promise<void>;
}
