// Where the service is reached.
import type { SiteSettings } from "../types.ts";
import { lazy, setting } from "./settings.ts";

export const site = lazy<SiteSettings>(
  () => ({ url: setting("CLAWE_SITE_URL"), addressHeader: setting("CLAWE_ADDRESS_HEADER") }),
  { url: "", addressHeader: "" },
);
