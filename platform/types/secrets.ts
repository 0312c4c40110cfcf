// The secrets of squadhubs.

/** A squadhub's secrets. They are in plain text only in the secret store and in the gateway. */
export interface TenantSecrets {
  /** The control plane sends it to the gateway. */
  gatewayToken: string;
  /** The tenant's CLI and plugin send it to our API. */
  squadhubToken: string;
  /** For the gateway's hooks endpoint. An advisory requires that it differs from the gateway token. */
  hooksToken: string;
}

export interface Secrets {
  /** Creates the secret, or keeps the one that exists. Returns its id. */
  create(tenantId: string, value: TenantSecrets): Promise<string>;
  /** Undefined when there is none. The value may be a minute old unless `fresh` is set. */
  read(tenantId: string, options?: { fresh?: boolean }): Promise<TenantSecrets | undefined>;
  /** Replaces the value, and keeps the previous one for `goBack`. The same `change` twice is one change. */
  replace(tenantId: string, change: string, value: TenantSecrets): Promise<void>;
  /** Restores the value before `change`. Does nothing when that was not the last change, or has not taken effect. */
  goBack(tenantId: string, change: string): Promise<void>;
  /** Deletes the secret for good; does nothing when there is none. */
  delete(tenantId: string): Promise<void>;
}
