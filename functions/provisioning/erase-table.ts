// Erases the tenant's items.
import * as Tenant from "../../core/tenant/index.ts";
import { step } from "./step.ts";

export const handler = step({ do: () => Tenant.erase() });
