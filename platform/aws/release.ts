// The current version of squadhubs: the image that this deployment came with.
import type { Release } from "../types/squadhubs.ts";
import { setting } from "./settings.ts";

export const release: Release = { current: async () => setting("CLAWE_SQUADHUB_IMAGE") };
