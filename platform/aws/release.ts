// What new squadhubs are made of: the image that we were deployed with.
import type { Release } from "../types/squadhubs.ts";
import { setting } from "./settings.ts";

export const release: Release = { current: async () => setting("CLAWE_SQUADHUB_IMAGE") };
