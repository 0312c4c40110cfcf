// The operator admins by configuration: e-mail addresses separated by commas; none by default.
import type { Platform } from "../types/platform.ts";
import { lazy } from "./settings.ts";

export const operators = lazy<Platform["operators"]>(
  () =>
    (process.env.CLAWE_OPERATORS ?? "")
      .toLowerCase()
      .split(",")
      .map((address) => address.trim())
      .filter((address) => address !== ""),
  [],
);
