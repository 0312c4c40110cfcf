// Where people and gateways reach the service.

export interface SiteSettings {
  /** The site's public URL, without a trailing slash. */
  url: string;
  /** Origins other than the site's own whose pages may call the API. None when absent. */
  allowedOrigins?: string[];
  /** The header in which our CDN passes the caller's `address:port` on. Without it, the connection's address counts. */
  addressHeader?: string;
}
