// People who are operator admins by configuration: addresses, separated by commas; none unless said.
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
