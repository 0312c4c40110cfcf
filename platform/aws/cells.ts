// The cells for new squadhubs: a JSON setting, in order of preference.
import * as z from "zod";
import type { Platform } from "../types/platform.ts";
import { lazy, setting } from "./settings.ts";

const places = z.array(
  z.object({
    cell: z.object({
      account: z.string().min(1),
      region: z.string().min(1),
      cluster: z.string().min(1),
      fileSystem: z.string().min(1),
    }),
    capacity: z.int().positive(),
  }),
);

export const cells: Platform["cells"] = lazy(() => places.parse(JSON.parse(setting("CLAWE_CELLS"))), []);
