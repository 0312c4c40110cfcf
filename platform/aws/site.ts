// Where the service is reached.
import type { SiteSettings } from "../types.ts";
import { lazy, setting } from "./settings.ts";

export const site = lazy<SiteSettings>(
  // Without a CDN in front, as in live development, there is no such header.
  () => ({ url: setting("CLAWE_SITE_URL"), addressHeader: process.env.CLAWE_ADDRESS_HEADER }),
  { url: "", addressHeader: "" },
);
