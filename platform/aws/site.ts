// Where the service is reached.
import type { SiteSettings } from "../types/site.ts";
import { lazy, setting } from "./settings.ts";

export const site = lazy<SiteSettings>(
  () => ({
    url: setting("CLAWE_SITE_URL"),
    allowedOrigins: process.env.CLAWE_ALLOWED_ORIGINS?.split(/[\s,]+/).filter(Boolean),
    // Without a CDN in front, as in live development, there is no such header.
    addressHeader: process.env.CLAWE_ADDRESS_HEADER,
  }),
  { url: "" },
);
