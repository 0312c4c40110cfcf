// The one table.
import type { TableSettings } from "../types/table.ts";
import { quick } from "./client.ts";
import { lazy, setting } from "./settings.ts";

export const table = lazy<TableSettings>(() => ({ name: setting("CLAWE_TABLE"), client: quick }), {
  name: "",
  client: {},
});
