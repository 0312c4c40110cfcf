// The site's settings, which the app reads before anyone is signed in.

export interface SiteConfig {
  identity: {
    /** The OpenID issuer. */
    authority: string;
    clientId: string;
  };
  /** The sign-in page offers to continue as a demo user. */
  demo?: boolean;
  /** Where to read the mail that a local installation keeps instead of sending it. */
  outbox?: string;
}

/** Throws when the site cannot be reached or its settings are incomplete. */
export async function loadConfig(): Promise<SiteConfig> {
  const response = await fetch("/config.json", { signal: AbortSignal.timeout(10_000) });
  if (!response.ok)
    throw new Error(
      `The site's settings could not be loaded (status ${response.status}). Try again in a minute.`,
    );
  const config = (await response.json()) as Partial<SiteConfig>;
  if (!config.identity?.authority || !config.identity.clientId)
    throw new Error("The site's settings do not say where to sign in.");
  return { identity: config.identity, demo: config.demo === true, outbox: config.outbox };
}
