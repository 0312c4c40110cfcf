// Removes the tenant's items.
import { erase } from "../../core/tenant/erase.ts";
import { step } from "./step.ts";

export const handler = step({ do: () => erase() });
