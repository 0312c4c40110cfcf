// Where people and gateways reach the service.
import type { SiteSettings } from "../types/site.ts";
import { lazy, setting } from "./settings.ts";

export const site = lazy<SiteSettings>(
  () => ({
    url: setting("CLAWE_SITE_URL"),
    allowedOrigins: process.env.CLAWE_ALLOWED_ORIGINS?.split(/[\s,]+/).filter(Boolean),
    // Absent without a CDN, as in live development.
    addressHeader: process.env.CLAWE_ADDRESS_HEADER,
  }),
  { url: "" },
);
