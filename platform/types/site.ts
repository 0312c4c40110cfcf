// Where the service is reached.

/** Where the service is reached. */
export interface SiteSettings {
  /** The site's public URL, without a trailing slash. */
  url: string;
  /** Origins besides the site's own whose pages may call the API. None unless said. */
  allowedOrigins?: string[];
  /** A header that our CDN sets to the caller's `address:port`. Absent: the connection's own address is theirs. */
  addressHeader?: string;
}
